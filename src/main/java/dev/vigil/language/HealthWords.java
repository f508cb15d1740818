package dev.vigil.language;

import dev.vigil.core.watch.Metric;
import dev.vigil.core.watch.Metric.Shape;
import dev.vigil.core.watch.Trigger;
import dev.vigil.core.watch.Trigger.State;

/** A health trigger in words: what happens, what is so, what does not come about. */
final class HealthWords {
    private HealthWords() {}

    /** "heart rate", "step count". */
    static String name(Metric metric) {
        return switch (metric) {
            case HEART_RATE -> "heart rate";
            case RESTING_HEART_RATE -> "resting heart rate";
            case HRV -> "heart rate variability";
            case STEPS -> "step count";
            case DISTANCE -> "distance";
            case ACTIVE_ENERGY -> "active energy";
            case SLEEP -> "sleep";
            case WEIGHT -> "weight";
            case BLOOD_PRESSURE_SYSTOLIC -> "systolic blood pressure";
            case BLOOD_PRESSURE_DIASTOLIC -> "diastolic blood pressure";
            case BLOOD_OXYGEN -> "blood oxygen";
            case BLOOD_GLUCOSE -> "blood glucose";
            case BODY_TEMPERATURE -> "body temperature";
            case RESPIRATORY_RATE -> "breathing rate";
            case STRESS -> "stress level";
            case WORKOUT -> "workout time";
        };
    }

    /** "118 bpm", "7.5 hours", "98%", "6,000". */
    static String value(Metric metric, double value) {
        return switch (metric) {
            case STEPS, STRESS -> Texts.number(value);
            case SLEEP -> Texts.count(value, "hour");
            case WORKOUT -> Texts.count(value, "minute");
            case BLOOD_OXYGEN -> Texts.number(value) + "%";
            case RESPIRATORY_RATE -> Texts.count(value, "breath") + " a minute";
            default -> Texts.number(value) + " " + metric.unit();
        };
    }

    /** A clause for what becomes true: "your heart rate stays unusually high for 5 minutes". */
    static String becomes(Trigger.Health health) {
        if (health.is() == null) {
            return Texts.article(record(health)) + " " + record(health) + " is recorded";
        }
        return switch (health.is()) {
            case MISSING -> "no " + record(health) + " is recorded" + lasting(health);
            case RISES, FALLS ->
                subject(health) + " " + (health.is() == State.RISES ? "rises" : "falls") + change(health);
            default ->
                subject(health) + " "
                        + (health.lasting() == null ? turns(health) : "stays " + state(health) + lasting(health));
        };
    }

    private static String turns(Trigger.Health health) {
        boolean reading = health.metric().shape() == Shape.POINT;
        return switch (health.is()) {
            case ABOVE -> "goes above " + value(health);
            case AT_LEAST -> "reaches " + value(health);
            case BELOW -> (reading ? "drops below " : "is below ") + value(health);
            case AT_MOST -> (reading ? "drops to " : "is ") + value(health) + " or less";
            default -> (reading ? "becomes " : "is ") + state(health);
        };
    }

    /** A clause for what is so: "your stress level is above 70". */
    static String is(Trigger.Health health) {
        return switch (health.is()) {
            case MISSING -> "no " + record(health) + " has been recorded" + lasting(health);
            case RISES -> subject(health) + " has risen" + change(health);
            case FALLS -> subject(health) + " has fallen" + change(health);
            default ->
                subject(health) + " "
                        + (health.lasting() == null
                                ? "is " + state(health)
                                : "has been " + state(health) + lasting(health));
        };
    }

    /** A clause for what does not come about: "no weight is recorded", "your step count does not reach 6,000". */
    static String fails(Trigger.Health health) {
        if (health.is() == null) {
            return "no " + record(health) + " is recorded";
        }
        return switch (health.is()) {
            case MISSING -> "it never happens that " + becomes(health);
            case RISES -> subject(health) + " does not rise" + change(health);
            case FALLS -> subject(health) + " does not fall" + change(health);
            case AT_LEAST ->
                health.lasting() == null
                        ? subject(health) + " does not reach " + value(health)
                        : subject(health) + " is never " + state(health) + lasting(health);
            default -> subject(health) + " is never " + state(health) + lasting(health);
        };
    }

    /** A workout or a night as a thing: "a workout of more than 30 minutes". */
    static String thing(Trigger.Health health, boolean plural) {
        String noun = health.metric() == Metric.SLEEP ? "night's sleep" : "workout";
        if (plural) {
            noun = health.metric() == Metric.SLEEP ? "nights' sleep" : "workouts";
        }
        return noun + (health.is() == null ? recorded(health) : measure(health));
    }

    private static String measure(Trigger.Health health) {
        String lasting = lasting(health);
        return switch (health.is()) {
            case ABOVE -> " of more than " + value(health) + lasting;
            case BELOW -> " of less than " + value(health) + lasting;
            case AT_LEAST -> " of at least " + value(health) + lasting;
            case AT_MOST -> " of at most " + value(health) + lasting;
            default -> " while " + is(health);
        };
    }

    private static String state(Trigger.Health health) {
        return switch (health.is()) {
            case ABOVE -> "above " + value(health);
            case BELOW -> "below " + value(health);
            case AT_LEAST -> "at least " + value(health);
            case AT_MOST -> "at most " + value(health);
            case ELEVATED -> "unusually " + (health.metric() == Metric.SLEEP ? "long" : "high");
            default -> "unusually " + (health.metric() == Metric.SLEEP ? "short" : "low");
        };
    }

    private static String change(Trigger.Health health) {
        String within = health.over() == null ? "" : " within a " + over(health);
        return " by " + value(health) + within + (health.lasting() == null ? "" : " and stays so" + lasting(health));
    }

    private static String lasting(Trigger.Health health) {
        if (health.lasting() == null) {
            return "";
        }
        if (health.metric() == Metric.SLEEP && health.lasting().isWholeDays() && health.is() != State.MISSING) {
            return " for " + Texts.count(health.lasting().days(), "night") + " running";
        }
        return " for " + TimeWords.length(health.lasting());
    }

    /** "your heart rate", "your step count for the day", "your average weight over the week". */
    private static String subject(Trigger.Health health) {
        String name = name(health.metric());
        boolean change = health.is() == State.RISES || health.is() == State.FALLS;
        if (health.metric() == Metric.SLEEP) {
            return "your night's sleep"
                    + (health.over() == null || change ? "" : ", averaged over the " + over(health) + ",");
        }
        if (health.over() == null || change) {
            return "your " + name;
        }
        return health.metric().shape() == Shape.TOTAL
                ? "your " + name + " for the " + over(health)
                : "your average " + name + " over the " + over(health);
    }

    private static String over(Trigger.Health health) {
        return health.over().name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String record(Trigger.Health health) {
        String noun = switch (health.metric()) {
            case WORKOUT -> "workout";
            case SLEEP -> "night's sleep";
            default -> name(health.metric()) + (health.metric().shape() == Shape.POINT ? " reading" : "");
        };
        return noun + recorded(health);
    }

    /** What an expected record must be, where it has no state. */
    private static String recorded(Trigger.Health health) {
        String lasting = health.lasting() == null || health.is() != null
                ? ""
                : " of at least " + TimeWords.length(health.lasting());
        return lasting + (health.over() == null ? "" : " for the " + over(health));
    }

    private static String value(Trigger.Health health) {
        return value(health.metric(), health.value());
    }
}
