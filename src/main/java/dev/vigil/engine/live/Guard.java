package dev.vigil.engine.live;

import dev.vigil.core.port.Judge;
import dev.vigil.engine.watchman.Watchman;

/** A watchman with the judge that has to be closed with it. */
public record Guard(Watchman watchman, Judge judge) implements AutoCloseable {
    @Override
    public void close() {
        judge.close();
    }
}
