package dev.vigil.app.bench;

import dev.vigil.core.fact.Occurrence;
import dev.vigil.core.port.Surroundings;
import dev.vigil.core.run.SeenMail;
import dev.vigil.core.watch.Trigger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** Surroundings in which nothing else is known. */
final class NoWorld implements Surroundings {
    @Override
    public ZoneId zone() {
        return Invented.ZONE;
    }

    @Override
    public List<Occurrence> occurrences(Instant from, Instant till) {
        return List.of();
    }

    @Override
    public List<SeenMail> mails(Instant from, Instant till) {
        return List.of();
    }

    @Override
    public Found health(Trigger.Health state, Instant at) {
        return new Found(false, "nothing is known", List.of());
    }

    @Override
    public int count(Trigger.Health of, Instant from, Instant till) {
        return 0;
    }

    @Override
    public List<Stretch> stretches(Trigger.Health of, Instant from, Instant till) {
        return List.of();
    }

    @Override
    public Set<String> domains(String sender) {
        return Set.of();
    }
}
