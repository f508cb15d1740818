package dev.vigil.connectors.health;

import dev.vigil.core.watch.Metric;
import java.util.Locale;
import java.util.Map;

/** HealthKit's identifiers (developer.apple.com/documentation/healthkit) in the contract's words. */
final class AppleTypes {
    static final String SLEEP = "HKCategoryTypeIdentifierSleepAnalysis";
    private static final String ASLEEP = "HKCategoryValueSleepAnalysisAsleep";
    private static final String ACTIVITY = "HKWorkoutActivityType";
    private static final int LONGEST = 80;

    private static final Map<String, Metric> QUANTITIES = Map.ofEntries(
            Map.entry("HKQuantityTypeIdentifierHeartRate", Metric.HEART_RATE),
            Map.entry("HKQuantityTypeIdentifierRestingHeartRate", Metric.RESTING_HEART_RATE),
            Map.entry("HKQuantityTypeIdentifierHeartRateVariabilitySDNN", Metric.HRV),
            Map.entry("HKQuantityTypeIdentifierStepCount", Metric.STEPS),
            Map.entry("HKQuantityTypeIdentifierDistanceWalkingRunning", Metric.DISTANCE),
            Map.entry("HKQuantityTypeIdentifierActiveEnergyBurned", Metric.ACTIVE_ENERGY),
            Map.entry("HKQuantityTypeIdentifierBodyMass", Metric.WEIGHT),
            Map.entry("HKQuantityTypeIdentifierBloodPressureSystolic", Metric.BLOOD_PRESSURE_SYSTOLIC),
            Map.entry("HKQuantityTypeIdentifierBloodPressureDiastolic", Metric.BLOOD_PRESSURE_DIASTOLIC),
            Map.entry("HKQuantityTypeIdentifierOxygenSaturation", Metric.BLOOD_OXYGEN),
            Map.entry("HKQuantityTypeIdentifierBloodGlucose", Metric.BLOOD_GLUCOSE),
            Map.entry("HKQuantityTypeIdentifierBodyTemperature", Metric.BODY_TEMPERATURE),
            Map.entry("HKQuantityTypeIdentifierRespiratoryRate", Metric.RESPIRATORY_RATE));

    private AppleTypes() {}

    /** Null for a type that no watch can ask for. */
    static Metric quantity(String type) {
        return QUANTITIES.get(type);
    }

    /** Core, deep, REM, unspecified, and the undivided value of exports before 2022; not in bed, not awake. */
    static boolean asleep(String value) {
        return value.startsWith(ASLEEP);
    }

    /** {@code HKWorkoutActivityTypeTraditionalStrengthTraining} → {@code traditional strength training} */
    static String activity(String type) {
        String words = type.startsWith(ACTIVITY) ? type.substring(ACTIVITY.length()) : type;
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < words.length() && i < LONGEST; i++) {
            char c = words.charAt(i);
            if (i > 0 && Character.isUpperCase(c) && Character.isLowerCase(words.charAt(i - 1))) {
                plain.append(' ');
            }
            plain.append(c);
        }
        return PlainText.of(plain.toString(), LONGEST).toLowerCase(Locale.ROOT);
    }
}
