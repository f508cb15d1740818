package dev.vigil.engine.live;

import dev.vigil.core.port.Echo;
import dev.vigil.core.run.Batch;
import dev.vigil.core.run.Wakeup;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;

/** Keeps the scheduler's jobs in step with the rows of the coming day; later rows get theirs when they come near. */
final class Echoes {
    static final String STATES = "states";
    static final String ROLL = "roll";
    private static final Duration NEAR = Duration.ofHours(26);
    private static final Duration ROLLS = Duration.ofHours(12);

    private final Echo echo;
    private final InstantSource clock;

    Echoes(Echo echo, InstantSource clock) {
        this.echo = echo;
        this.clock = clock;
    }

    void mend(Collection<Wakeup> rows) {
        Instant near = clock.instant().plus(NEAR);
        echo.mend(rows.stream()
                .filter(row -> row.due().isBefore(near))
                .map(row -> new Echo.Job(row.id(), row.due()))
                .toList());
        echo.set(ROLL, clock.instant().plus(ROLLS));
    }

    void follow(Batch batch, Optional<Instant> next) {
        Instant near = clock.instant().plus(NEAR);
        batch.settled.forEach(echo::drop);
        for (Wakeup wakeup : batch.wakeups) {
            if (wakeup.due().isBefore(near)) {
                echo.set(wakeup.id(), wakeup.due());
            }
        }
        // states that time alone brings about have no row: they follow from the samples
        next.filter(at -> at.isBefore(near)).ifPresent(at -> echo.set(STATES, at));
    }
}
