package dev.vigil.rules;

import dev.vigil.core.watch.Trigger;
import java.time.Instant;

/** A health state that a watch waits for. */
public final class HealthAsk extends Ask {
    private final Trigger.Health state;

    HealthAsk(int watch, String path, Instant since, Trigger.Health state) {
        super(watch, path, since, "");
        this.state = state;
    }

    public Trigger.Health getState() {
        return state;
    }
}
