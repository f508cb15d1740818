package dev.vigil.contract;

import dev.vigil.core.watch.Span;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/** The fields of one JSON object, read with the path kept for refusals. A null counts as absent. */
final class Fields {
    static final int LONGEST_TEXT = 500;
    private static final int MOST_DAYS = 36_525;
    private static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private final JsonNode node;
    private final String path;

    private Fields(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    /** Any object; fields that nobody asks for are passed over. */
    static Fields open(JsonNode node, String path) {
        if (!node.isObject()) {
            throw Refusal.expected(path, "an object", node);
        }
        return new Fields(node, path);
    }

    /** Refuses a field that {@code thing} does not have. */
    Fields only(String thing, String... names) {
        List<String> allowed = List.of(names);
        for (String name : node.propertyNames()) {
            if (!allowed.contains(name)) {
                String known = allowed.isEmpty() ? "none" : String.join(", ", allowed);
                throw Refusal.at(path, Refusal.quote(name) + " is not a field of " + thing + ", which has " + known);
            }
        }
        return this;
    }

    String path() {
        return path;
    }

    String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** Null when absent. */
    JsonNode get(String name) {
        return has(name) ? node.get(name) : null;
    }

    JsonNode need(String name, String expected) {
        if (!has(name)) {
            throw Refusal.at(path(name), "is missing; expected " + expected);
        }
        return node.get(name);
    }

    void refuse(String name, String why) {
        if (has(name)) {
            throw Refusal.at(path(name), why);
        }
    }

    /** A string as it stands. */
    String word(String name, String expected) {
        JsonNode value = need(name, expected);
        if (!value.isString()) {
            throw Refusal.expected(path(name), expected, value);
        }
        return value.stringValue();
    }

    /** The person's free text; null when absent. */
    String text(String name) {
        return has(name) ? needText(name, "some words") : null;
    }

    String needText(String name, String expected) {
        String text = word(name, expected).strip();
        if (text.isEmpty()) {
            throw Refusal.at(path(name), "is empty; expected " + expected);
        }
        if (text.length() > LONGEST_TEXT) {
            throw Refusal.at(path(name), "is longer than " + LONGEST_TEXT + " characters");
        }
        return text;
    }

    boolean flag(String name) {
        JsonNode value = get(name);
        if (value == null) {
            return false;
        }
        if (!value.isBoolean()) {
            throw Refusal.expected(path(name), "true or false", value);
        }
        return value.booleanValue();
    }

    /** One of the constants by its lower-case name; null when absent. */
    <E extends Enum<E>> E choice(String name, Class<E> type) {
        return has(name) ? needChoice(name, type) : null;
    }

    <E extends Enum<E>> E needChoice(String name, Class<E> type) {
        List<String> names = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            names.add(wire(constant));
        }
        return type.getEnumConstants()[names.indexOf(oneOf(name, names))];
    }

    /** A string that is one of {@code words}. */
    String oneOf(String name, List<String> words) {
        String listed = words.size() == 1 ? words.get(0) : "one of " + String.join(", ", words);
        String word = word(name, listed);
        if (!words.contains(word)) {
            throw Refusal.at(path(name), Refusal.quote(word) + " is not " + listed);
        }
        return word;
    }

    /** The contract's spelling of a constant. */
    static String wire(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    double number(String name) {
        JsonNode value = need(name, "a number");
        if (!value.isNumber() || !Double.isFinite(value.doubleValue(Double.NaN))) {
            throw Refusal.expected(path(name), "a number", value);
        }
        return value.doubleValue();
    }

    int whole(String name, int least, int most) {
        String expected = "a whole number from " + least + " to " + most;
        JsonNode value = need(name, expected);
        double number = value.isNumber() ? value.doubleValue(Double.NaN) : Double.NaN;
        if (number != Math.rint(number) || number < least || number > most) {
            throw Refusal.expected(path(name), expected, value);
        }
        return (int) number;
    }

    /** Signed whole days; null when absent. */
    Integer days(String name) {
        return has(name) ? whole(name, -MOST_DAYS, MOST_DAYS) : null;
    }

    /** A string read by one of {@link Scalars}' methods; null when absent. */
    <T> T scalar(String name, String expected, BiFunction<String, String, T> read) {
        return has(name) ? read.apply(word(name, expected), path(name)) : null;
    }

    Span length(String name) {
        return scalar(name, "a duration", Scalars::length);
    }

    Span span(String name) {
        return scalar(name, "a duration", Scalars::span);
    }

    LocalTime time(String name) {
        return scalar(name, "a clock time", Scalars::time);
    }

    /** A list of 1 to {@code most}, each read with its own path. */
    <T> List<T> list(String name, int most, String expected, BiFunction<JsonNode, String, T> read) {
        JsonNode value = need(name, expected);
        if (!value.isArray() || value.isEmpty()) {
            throw Refusal.expected(path(name), expected, value);
        }
        if (value.size() > most) {
            throw Refusal.at(path(name), "has " + value.size() + " entries; at most " + most + " are allowed");
        }
        List<T> entries = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            entries.add(read.apply(value.get(i), path(name) + "[" + i + "]"));
        }
        return entries;
    }

    /** A list of 1 to {@code most} strings. */
    <T> List<T> scalars(String name, int most, String expected, BiFunction<String, String, T> read) {
        return list(name, most, expected, (entry, at) -> {
            if (!entry.isString()) {
                throw Refusal.expected(at, "a string", entry);
            }
            return read.apply(entry.stringValue(), at);
        });
    }

    /** Exactly two strings, such as the ends of a span. */
    <T> List<T> pair(String name, String expected, BiFunction<String, String, T> read) {
        List<T> ends = scalars(name, 2, expected, read);
        if (ends.size() != 2) {
            throw Refusal.at(path(name), "expected " + expected + ", found only one");
        }
        return ends;
    }

    Set<DayOfWeek> weekdays(String name) {
        String expected = "weekdays such as [\"MO\", \"TU\"]";
        return new TreeSet<>(scalars(name, 7, expected, (code, at) -> {
            if (!WEEKDAYS.contains(code)) {
                throw Refusal.at(at, Refusal.quote(code) + " is not one of " + String.join(", ", WEEKDAYS));
            }
            return DayOfWeek.of(WEEKDAYS.indexOf(code) + 1);
        }));
    }

    static String code(DayOfWeek day) {
        return WEEKDAYS.get(day.getValue() - 1);
    }
}
