package dev.vigil.engine.acts;

import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.watch.Trigger;
import dev.vigil.core.watch.Until;

/** Tells whether a watch can no longer fire because everything it waits for has passed. */
public final class Overdue {
    private Overdue() {}

    /** A watch of moments that have all passed, or whose last day has passed, when it was armed. */
    public static boolean from(ArmedWatch watch) {
        Until until = watch.watch().until();
        if (until != null
                && !(until instanceof Until.Clock)
                && !until.end(watch.zone()).isAfter(watch.since())) {
            return true;
        }
        return watch.watch().when().stream()
                .allMatch(trigger -> trigger instanceof Trigger.Time time
                        && time.at() != null
                        && !time.at().atZone(watch.zone()).toInstant().isAfter(watch.since()));
    }
}
