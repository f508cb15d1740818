package dev.vigil.core.port;

import dev.vigil.core.fact.Occurrence;
import dev.vigil.core.run.SeenMail;
import dev.vigil.core.watch.Trigger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** What is known around a moment; the rules look into it and never change it. */
public interface Surroundings {
    ZoneId zone();

    /** Occurrences that touch {@code [from, till]}, cancelled ones left out, by start. */
    List<Occurrence> occurrences(Instant from, Instant till);

    /** Mails with {@code from <= arrived <= till}, oldest first. */
    List<SeenMail> mails(Instant from, Instant till);

    /** Whether a health state holds, and the value in words. */
    Found health(Trigger.Health state, Instant at);

    /** Readings, days, nights or workouts that meet {@code of} within {@code (from, till]}. */
    int count(Trigger.Health of, Instant from, Instant till);

    /** Workouts, sleep, or times during which a state held, touching {@code [from, till]}. */
    List<Stretch> stretches(Trigger.Health of, Instant from, Instant till);

    /** Domains from which the sender that these words name has written before; empty when never. */
    Set<String> domains(String sender);

    record Found(boolean holds, String value, List<String> because) {}

    record Stretch(Instant start, Instant end, String label, String cause) {}
}
