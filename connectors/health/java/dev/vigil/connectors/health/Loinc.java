package dev.vigil.connectors.health;

import dev.vigil.core.watch.Metric;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** The LOINC codes (loinc.org) that stand for a metric. */
final class Loinc {
    private static final Map<String, Code> CODES = Map.ofEntries(
            code("8867-4", Metric.HEART_RATE),
            code("8889-8", Metric.HEART_RATE),
            code("40443-4", Metric.RESTING_HEART_RATE),
            code("80404-7", Metric.HRV),
            daily("41950-7", Metric.STEPS),
            code("55423-8", Metric.STEPS),
            daily("41953-1", Metric.DISTANCE),
            code("55430-3", Metric.DISTANCE),
            code("41981-2", Metric.ACTIVE_ENERGY),
            code("55424-6", Metric.ACTIVE_ENERGY),
            daily("41979-6", Metric.ACTIVE_ENERGY),
            code("93832-4", Metric.SLEEP),
            code("29463-7", Metric.WEIGHT),
            code("3141-9", Metric.WEIGHT),
            code("8480-6", Metric.BLOOD_PRESSURE_SYSTOLIC),
            code("8462-4", Metric.BLOOD_PRESSURE_DIASTOLIC),
            code("2708-6", Metric.BLOOD_OXYGEN),
            code("59408-5", Metric.BLOOD_OXYGEN),
            code("2710-2", Metric.BLOOD_OXYGEN),
            code("2339-0", Metric.BLOOD_GLUCOSE),
            code("2345-7", Metric.BLOOD_GLUCOSE),
            code("15074-8", Metric.BLOOD_GLUCOSE),
            code("14749-6", Metric.BLOOD_GLUCOSE),
            code("41653-7", Metric.BLOOD_GLUCOSE),
            code("14743-9", Metric.BLOOD_GLUCOSE),
            code("8310-5", Metric.BODY_TEMPERATURE),
            code("9279-1", Metric.RESPIRATORY_RATE),
            code("55411-3", Metric.WORKOUT));

    /** A day's peak or mean is often coded as a heart rate too; it is no reading of a moment. */
    private static final Set<String> NO_READING = Set.of("8873-2", "55425-3", "55426-1");

    private Loinc() {}

    /**
     * A code's metric.
     *
     * @param before how long before its end the amount began, where the code itself says so; else zero
     */
    record Code(Metric metric, Duration before) {}

    static Code find(String code) {
        return CODES.get(code);
    }

    static boolean isNoReading(String code) {
        return NO_READING.contains(code);
    }

    private static Map.Entry<String, Code> code(String code, Metric metric) {
        return Map.entry(code, new Code(metric, Duration.ZERO));
    }

    private static Map.Entry<String, Code> daily(String code, Metric metric) {
        return Map.entry(code, new Code(metric, Duration.ofHours(24)));
    }
}
