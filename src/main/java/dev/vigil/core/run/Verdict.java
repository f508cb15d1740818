package dev.vigil.core.run;

import java.time.Instant;
import java.util.List;

/**
 * Why a watch fired at an event, or did not.
 *
 * @param trigger index into the watch's {@code when}
 * @param event the id of what was judged, as in {@code because}
 */
public record Verdict(
        String person, int watch, int trigger, String event, Instant at, boolean fired, List<Finding> conditions) {
    public Verdict {
        conditions = List.copyOf(conditions);
    }

    /** How many conditions failed: the fewer, the nearer the miss. */
    public long failed() {
        return conditions.stream().filter(finding -> !finding.holds()).count();
    }
}
