package dev.vigil.core.fact;

import dev.vigil.core.watch.Metric;
import java.time.Instant;

/**
 * One health reading, amount, stretch of sleep or workout.
 *
 * @param start equals {@code end} for a reading at a moment
 * @param value in the metric's unit; for sleep the hours asleep, for a workout its minutes
 * @param device what measured it, for merging; empty when unknown
 * @param label the activity of a workout ("running"), else empty
 * @param retracted the record was taken back (entered in error, deleted): the sample with the same metric, start, end
 *     and device no longer counts
 */
public record Sample(
        Metric metric, Instant start, Instant end, double value, String device, String label, boolean retracted)
        implements Fact {
    @Override
    public String cause() {
        return "health:" + metric.name().toLowerCase(java.util.Locale.ROOT) + ":" + end;
    }

    /** A sample counts from its end, a workout is known from its start. */
    public Instant known() {
        return metric == Metric.WORKOUT ? start : end;
    }
}
