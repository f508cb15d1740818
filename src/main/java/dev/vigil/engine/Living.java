package dev.vigil.engine;

import dev.vigil.core.run.ArmedWatch;
import java.time.Instant;
import java.util.List;

/** The running engine: looks at the sources, judges, and delivers until it is closed. */
public interface Living extends Heed, AutoCloseable {
    /** Starts to watch; returns once it does. */
    void start();

    /** The next moments at which the watch may fire or must be looked at, soonest first; needs no {@link #start}. */
    List<Instant> nextMoments(ArmedWatch watch, int max);

    @Override
    void close();
}
