package dev.vigil.connectors.health;

import dev.vigil.core.watch.Metric;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** From when to when a value holds, where a file says less than that. */
record Stretch(Instant start, Instant end) {
    /** A night that is only named by its day ends then. */
    private static final LocalTime WAKING = LocalTime.of(8, 0);

    /**
     * Completes what was written.
     *
     * @param start may be null if {@code end} is not
     * @param end null where only one moment was written
     * @param value in the metric's unit, or NaN
     * @param before how long before its end an amount began by its own code; zero if the code says nothing
     */
    static Stretch of(Metric metric, Moment start, Moment end, double value, Duration before, ZoneId zone) {
        if (start != null && end != null && !start.at().equals(end.at())) {
            boolean wholeDays = end.day() != null && metric.shape() != Metric.Shape.POINT;
            return new Stretch(start.at(), wholeDays ? midnightAfter(end, zone) : end.at());
        }
        Moment only = start == null ? end : start;
        if (metric == Metric.SLEEP) {
            Instant woke = only.day() == null
                    ? only.at()
                    : only.day().atTime(WAKING).atZone(zone).toInstant();
            return new Stretch(woke.minus(hours(value)), woke);
        }
        if (only.day() != null && metric.shape() == Metric.Shape.TOTAL) {
            return new Stretch(only.at(), midnightAfter(only, zone));
        }
        return new Stretch(only.at().minus(before), only.at());
    }

    private static Instant midnightAfter(Moment day, ZoneId zone) {
        return day.day().plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static Duration hours(double value) {
        return value > 0 && value <= 24 ? Duration.ofMillis(Math.round(value * 3_600_000)) : Duration.ZERO;
    }
}
