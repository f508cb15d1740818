package dev.vigil.connectors.health;

import dev.vigil.core.watch.Metric;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a measurement of a living person can be: values within wide physiological limits (in the metric's unit, both ends
 * inclusive), moments between 1990 and a day from now.
 */
final class Bounds {
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Duration SLACK = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Map<Metric, Range> RANGES = ranges();

    private final Instant latest;

    Bounds(InstantSource clock, boolean futureAllowed) {
        this.latest = futureAllowed ? LATEST : clock.instant().plus(SLACK);
    }

    /** One clause that says what is wrong, or null. */
    String objection(Metric metric, Instant start, Instant end, double value, boolean retracted) {
        if (end.isBefore(start)) {
            return "ends before it starts";
        }
        if (start.isBefore(EARLIEST)) {
            return "is dated before 1990 (" + start + ")";
        }
        if (end.isAfter(latest)) {
            return "is dated in the future (" + end + ")";
        }
        if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            return "lasts longer than a year";
        }
        Range range = RANGES.get(metric);
        if (!retracted && !range.holds(value)) {
            return word(metric) + " of " + Decimal.shown(value) + " " + metric.unit() + " is not between "
                    + Decimal.shown(range.least) + " and " + Decimal.shown(range.most);
        }
        return null;
    }

    private static String word(Metric metric) {
        return MetricWords.word(metric);
    }

    private static Map<Metric, Range> ranges() {
        Map<Metric, Range> ranges = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            ranges.put(
                    metric,
                    switch (metric) {
                        case HEART_RATE, RESTING_HEART_RATE -> new Range(1, 400);
                        case HRV -> new Range(0, 5_000);
                        case STEPS -> new Range(0, 1_000_000);
                        case DISTANCE -> new Range(0, 2_000);
                        case ACTIVE_ENERGY -> new Range(0, 50_000);
                        case SLEEP -> new Range(0, 24);
                        case WEIGHT -> new Range(0.5, 1_000);
                        case BLOOD_PRESSURE_SYSTOLIC -> new Range(20, 400);
                        case BLOOD_PRESSURE_DIASTOLIC -> new Range(5, 300);
                        case BLOOD_OXYGEN -> new Range(10, 100);
                        case BLOOD_GLUCOSE -> new Range(0.1, 150);
                        case BODY_TEMPERATURE -> new Range(10, 50);
                        case RESPIRATORY_RATE -> new Range(1, 150);
                        case STRESS -> new Range(0, 100);
                        case WORKOUT -> new Range(0, 10_080);
                    });
        }
        return ranges;
    }

    private record Range(double least, double most) {
        /** False for NaN. */
        boolean holds(double value) {
            return value >= least && value <= most;
        }
    }
}
