package dev.vigil.engine.vitals;

import dev.vigil.core.watch.Metric;
import dev.vigil.core.watch.Span;
import dev.vigil.core.watch.Trigger.Over;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;

/** Values as a person would say them. */
final class Words {
    private Words() {}

    static String name(Metric metric) {
        return switch (metric) {
            case HRV -> "heart rate variability";
            case BLOOD_PRESSURE_SYSTOLIC -> "systolic blood pressure";
            case BLOOD_PRESSURE_DIASTOLIC -> "diastolic blood pressure";
            case BLOOD_OXYGEN -> "blood oxygen";
            default -> metric.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    /** "heart rate 118 bpm". */
    static String reading(Metric metric, double value) {
        return name(metric) + " " + amount(metric, value);
    }

    /** "4,210 steps", "6 h 10 min asleep", "5.2 km", "118 bpm". */
    static String amount(Metric metric, double value) {
        return switch (metric) {
            case STEPS -> number(value, 0) + (number(value, 0).equals("1") ? " step" : " steps");
            case SLEEP -> hours(value) + " asleep";
            case WORKOUT -> number(value, 0) + " min of workout";
            case ACTIVE_ENERGY -> number(value, 0) + " kcal";
            case BLOOD_OXYGEN -> number(value, 1) + "%";
            case STRESS -> number(value, 0);
            default -> number(value, metric == Metric.DISTANCE ? 2 : 1) + " " + metric.unit();
        };
    }

    static String hours(double hours) {
        long minutes = Math.round(hours * 60);
        return minutes < 60
                ? minutes + " min"
                : minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }

    static String number(double value, int digits) {
        if (!Double.isFinite(value)) {
            return "no";
        }
        DecimalFormat format = new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT));
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
        return format.format(rounded);
    }

    static String soFar(Over over) {
        return switch (over) {
            case DAY -> "today so far";
            case WEEK -> "this week so far";
            case MONTH -> "this month so far";
        };
    }

    static String period(Over over) {
        return switch (over) {
            case DAY -> "that day";
            case WEEK -> "that week";
            case MONTH -> "that month";
        };
    }

    static String within(Over over) {
        return switch (over) {
            case DAY -> "within a day";
            case WEEK -> "within a week";
            case MONTH -> "within a month";
        };
    }

    static String span(Span span) {
        StringBuilder words = new StringBuilder();
        part(words, span.days(), "day");
        Duration clock = span.clock();
        part(words, clock.toHours(), "hour");
        part(words, clock.toMinutesPart(), "minute");
        part(words, clock.toSecondsPart(), "second");
        return words.toString();
    }

    private static void part(StringBuilder words, long count, String unit) {
        if (count > 0) {
            words.append(words.length() == 0 ? "" : " ")
                    .append(count)
                    .append(' ')
                    .append(unit)
                    .append(count == 1 ? "" : "s");
        }
    }

    /** "3 days", "5 hours", "12 minutes": the largest unit that fits. */
    static String ago(long nanos) {
        long days = nanos / Moments.DAY;
        long hours = nanos / Moments.HOUR;
        long count = days > 1 ? days : hours > 0 ? hours : nanos / Moments.MINUTE;
        String unit = days > 1 ? "day" : hours > 0 ? "hour" : "minute";
        return count + " " + unit + (count == 1 ? "" : "s");
    }
}
