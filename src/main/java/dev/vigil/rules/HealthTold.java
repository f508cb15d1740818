package dev.vigil.rules;

import dev.vigil.core.run.Finding;
import dev.vigil.core.watch.Trigger;
import java.util.List;

/** A health state that has just become true. */
public final class HealthTold {
    private final Trigger.Health state;
    private final List<Finding> findings;

    HealthTold(Trigger.Health state, List<Finding> findings) {
        this.state = state;
        this.findings = List.copyOf(findings);
    }

    public Trigger.Health getState() {
        return state;
    }

    public List<Finding> getFindings() {
        return findings;
    }
}
