package dev.vigil.connectors.health;

import dev.vigil.core.watch.Metric;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The contract's names of metrics, and how they are spoken of. */
final class MetricWords {
    private static final Map<String, Metric> BY_NAME = byName();

    private MetricWords() {}

    /** {@code heart_rate}, also in capitals or with spaces or hyphens; null if there is no such metric. */
    static Metric parse(String text) {
        Metric exact = BY_NAME.get(text);
        return exact != null || text.length() > 40
                ? exact
                : BY_NAME.get(
                        text.trim().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_'));
    }

    /** {@code heart rate} */
    static String word(Metric metric) {
        return name(metric).replace('_', ' ');
    }

    /** {@code heart_rate} */
    static String name(Metric metric) {
        return metric.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Metric> byName() {
        Map<String, Metric> names = new HashMap<>();
        for (Metric metric : Metric.values()) {
            names.put(name(metric), metric);
        }
        return names;
    }
}
