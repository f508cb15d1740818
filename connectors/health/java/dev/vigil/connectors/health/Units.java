package dev.vigil.connectors.health;

import dev.vigil.core.watch.Metric;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Converts a value to its metric's unit. Knows Apple's unit words (HealthKit's {@code HKUnit} strings), UCUM codes as
 * FHIR uses them, and everyday spellings. {@code Cal} is the large calorie (kcal), {@code cal} the small one.
 */
final class Units {
    /** Pounds, stones, feet and miles are exact by international agreement (1959). */
    private static final double POUND = 0.45359237;

    private static final double MILE = 1.609344;
    /** Joules in a thermochemical calorie. */
    private static final double CALORIE = 4.184;
    /** Molar mass of glucose in g/mol, so that 1 mmol/L is 18.0156 mg/dL. */
    private static final double GLUCOSE = 180.156;

    private static final Map<Metric, Map<String, Scale>> SCALES = scales();

    private Units() {}

    /**
     * The value in the metric's unit, rounded to a millionth so that 98.6 °F is 37 °C.
     *
     * @param unit may be empty for a metric that is only ever given in one
     * @return NaN if the unit is not known for this metric
     */
    static double convert(Metric metric, String unit, double value) {
        Map<String, Scale> known = SCALES.get(metric);
        Scale scale = known.get(unit);
        if (scale == null) {
            String bare = bare(unit);
            scale = known.get(bare);
            // Only the case of the calorie carries meaning: Cal is a thousand cal.
            if (scale == null && metric != Metric.ACTIVE_ENERGY) {
                scale = known.get(bare.toLowerCase(Locale.ROOT));
            }
        }
        if (scale == null) {
            return Double.NaN;
        }
        return scale == Scale.SAME ? value : Math.round((value * scale.factor + scale.offset) * 1e6) / 1e6;
    }

    /** Without UCUM's annotations ({@code {beats}/min}) and Apple's molar mass ({@code mmol<180.1558800000541>/L}). */
    private static String bare(String unit) {
        String text = unit.length() > 60 ? "" : unit.trim();
        text = without(text, '{', '}');
        return without(text, '<', '>');
    }

    private static String without(String text, char open, char close) {
        int from = text.indexOf(open);
        int till = from < 0 ? -1 : text.indexOf(close, from);
        return till < 0 ? text : text.substring(0, from) + text.substring(till + 1);
    }

    private static Map<Metric, Map<String, Scale>> scales() {
        Map<Metric, Map<String, Scale>> all = new EnumMap<>(Metric.class);
        Map<String, Scale> rate = new Table()
                .same("", "count/min", "bpm", "/min", "1/min", "min-1", "beats/min", "breaths/min", "brpm")
                .factor(60, "count/s", "Hz", "hz", "/s", "1/s")
                .map;
        Map<String, Scale> pressure = new Table()
                .same("", "mmHg", "mmhg", "mm[Hg]", "mm[hg]", "mm Hg", "mm hg")
                .factor(7.50061683, "kPa", "kpa")
                .map;
        Map<String, Scale> hours = new Table()
                .same("h", "hr", "hour", "hours")
                .factor(1 / 60.0, "min", "minute", "minutes")
                .factor(1 / 3600.0, "s", "sec", "second", "seconds")
                .map;
        for (Metric metric : Metric.values()) {
            all.put(
                    metric,
                    switch (metric) {
                        case HEART_RATE, RESTING_HEART_RATE, RESPIRATORY_RATE -> rate;
                        case BLOOD_PRESSURE_SYSTOLIC, BLOOD_PRESSURE_DIASTOLIC -> pressure;
                        case HRV -> new Table().same("", "ms").factor(1000, "s").map;
                        case STEPS ->
                            new Table()
                                    .same(
                                            "", "count", "steps", "step", "1", "/d", "/day", "/(24.h)", "/24.h",
                                            "count/d", "#")
                                    .map;
                        case DISTANCE ->
                            new Table()
                                    .same("km", "kilometer", "kilometers", "kilometre", "kilometres")
                                    .factor(0.001, "m", "meter", "meters", "metre", "metres")
                                    .factor(0.00001, "cm")
                                    .factor(MILE, "mi", "[mi_i]", "[mi_us]", "mile", "miles")
                                    .factor(MILE / 1760, "yd", "[yd_i]")
                                    .factor(MILE / 5280, "ft", "[ft_i]")
                                    .map;
                        case ACTIVE_ENERGY ->
                            new Table()
                                    .same(
                                            "kcal",
                                            "Cal",
                                            "[Cal]",
                                            "kCal",
                                            "Kcal",
                                            "KCAL",
                                            "kcal/d",
                                            "kcal/(24.h)",
                                            "kcal/24.h")
                                    .factor(0.001, "cal")
                                    .factor(1 / CALORIE, "kJ", "kj")
                                    .factor(0.001 / CALORIE, "J")
                                    .map;
                        case SLEEP -> hours;
                        case WEIGHT ->
                            new Table()
                                    .same("kg", "kilogram", "kilograms")
                                    .factor(0.001, "g")
                                    .factor(POUND, "lb", "lbs", "[lb_av]", "pound", "pounds")
                                    .factor(14 * POUND, "st", "[stone_av]", "stone")
                                    .factor(POUND / 16, "oz", "[oz_av]")
                                    .map;
                        case BLOOD_OXYGEN ->
                            new Table().same("", "%", "percent").factor(100, "1", "fraction").map;
                        case BLOOD_GLUCOSE ->
                            new Table()
                                    .same("mmol/L", "mmol/l")
                                    .factor(10 / GLUCOSE, "mg/dL", "mg/dl")
                                    .factor(1 / GLUCOSE, "mg/L", "mg/l")
                                    .factor(1000 / GLUCOSE, "g/L", "g/l")
                                    .map;
                        case BODY_TEMPERATURE ->
                            new Table()
                                    .same("degC", "degc", "Cel", "cel", "°C", "°c", "C", "c")
                                    .linear(
                                            5 / 9.0,
                                            -160 / 9.0,
                                            "degF",
                                            "degf",
                                            "[degF]",
                                            "[degf]",
                                            "°F",
                                            "°f",
                                            "F",
                                            "f")
                                    .linear(1, -273.15, "K", "k")
                                    .map;
                        case STRESS -> new Table().same("", "0-100", "0–100", "1", "score", "count").map;
                        case WORKOUT ->
                            new Table()
                                    .same("min", "minute", "minutes")
                                    .factor(60, "h", "hr", "hour", "hours")
                                    .factor(1 / 60.0, "s", "sec", "second", "seconds")
                                    .map;
                    });
        }
        return all;
    }

    private record Scale(double factor, double offset) {
        static final Scale SAME = new Scale(1, 0);
    }

    private static final class Table {
        private final Map<String, Scale> map = new HashMap<>();

        Table same(String... units) {
            return put(Scale.SAME, units);
        }

        Table factor(double factor, String... units) {
            return linear(factor, 0, units);
        }

        Table linear(double factor, double offset, String... units) {
            return put(new Scale(factor, offset), units);
        }

        private Table put(Scale scale, String... units) {
            for (String unit : units) {
                map.put(unit, scale);
            }
            return this;
        }
    }
}
