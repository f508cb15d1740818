package dev.vigil.engine.acts;

import dev.vigil.core.Trouble;
import dev.vigil.core.port.Journal;
import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.SourceRow;
import dev.vigil.engine.Heed;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;

/** The person who acts, with what every act needs. */
public record Account(String person, ZoneId zone, Journal journal, InstantSource clock, Heed heed) {
    Instant now() {
        return clock.instant();
    }

    /** @throws Trouble if there is no such watch, or it was removed */
    public ArmedWatch watch(int number) {
        return journal.watch(person, number)
                .filter(watch -> watch.state() != ArmedWatch.State.REMOVED)
                .orElseThrow(() -> new Trouble("There is no watch " + number + "; `vigil list` shows the numbers."));
    }

    /** @throws Trouble if there is no such source */
    public SourceRow source(String name) {
        return find(name)
                .orElseThrow(() ->
                        new Trouble("There is no source named " + name + "; `vigil source list` shows the names."));
    }

    Optional<SourceRow> find(String name) {
        return journal.sources(person).stream()
                .filter(row -> row.name().equals(name))
                .findFirst();
    }

    ArmedWatch change(ArmedWatch after, String what) {
        journal.change(after, what + " " + after.number(), now());
        heed.changed(after.number());
        return after;
    }
}
