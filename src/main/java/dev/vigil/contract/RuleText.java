package dev.vigil.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A first look at a recurrence rule's text (RFC 5545 section 3.3.10): its parts are well formed and allowed here.
 * Whether the rule as a whole makes sense is {@link dev.vigil.core.port.Recurrences#check}'s affair.
 */
final class RuleText {
    private static final List<String> FREQUENCIES =
            List.of("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY");
    private static final List<String> PARTS = List.of(
            "FREQ",
            "INTERVAL",
            "BYDAY",
            "BYMONTHDAY",
            "BYMONTH",
            "BYSETPOS",
            "BYWEEKNO",
            "BYYEARDAY",
            "BYHOUR",
            "BYMINUTE",
            "WKST");
    private static final List<String> LIMITS = List.of("COUNT", "UNTIL");
    private static final int LONGEST = 300;

    private RuleText() {}

    /** Returns the frequency. */
    static String check(String rule, String path) {
        if (rule.length() > LONGEST) {
            throw Refusal.at(path, "is longer than " + LONGEST + " characters");
        }
        Map<String, String> parts = new HashMap<>();
        for (String part : rule.split(";", -1)) {
            int equals = part.indexOf('=');
            String name = (equals < 0 ? part : part.substring(0, equals)).toUpperCase(Locale.ROOT);
            if (LIMITS.contains(name) || name.startsWith("DTSTART")) {
                throw Refusal.at(
                        path,
                        "a rule has no " + (name.startsWith("DTSTART") ? "DTSTART" : name)
                                + "; say the end with until and the first day with from");
            }
            if (equals < 0 || equals == part.length() - 1 || !PARTS.contains(name)) {
                throw Refusal.at(path, Refusal.quote(part) + " is not a part of a recurrence rule");
            }
            if (parts.put(name, part.substring(equals + 1).toUpperCase(Locale.ROOT)) != null) {
                throw Refusal.at(path, name + " stands twice");
            }
        }
        String frequency = parts.get("FREQ");
        if (frequency == null || !FREQUENCIES.contains(frequency)) {
            throw Refusal.at(path, "FREQ is not one of " + String.join(", ", FREQUENCIES));
        }
        return frequency;
    }

    static boolean countsFromArming(String frequency) {
        return frequency.equals("HOURLY") || frequency.equals("MINUTELY");
    }
}
