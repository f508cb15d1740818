package dev.vigil.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;

/**
 * An RRULE value taken apart (RFC 5545, section 3.3.10), read as leniently as calendars in the wild need it.
 *
 * <p>COUNT, UNTIL and INTERVAL are kept apart from the rest, because lib-recur reads an INTERVAL that does not fit an
 * int as 1 and cannot mix a local start with an UNTIL in UTC.
 *
 * @param parts all parts, upper-case, in the order written
 * @param interval 1 when not given
 * @param count null when not given, or when it is more than any calendar can hold
 * @param until as written; null when not given
 */
public record Rrule(Map<String, String> parts, Freq freq, long interval, Long count, String until) {
    private static final int LONGEST = 4_000;
    /** A rule of days or longer may make at most so many moments in one of its periods. */
    private static final long LARGEST_SET = 50_000;

    private static final Set<Freq> SHORT = Set.of(Freq.HOURLY, Freq.MINUTELY, Freq.SECONDLY);

    /**
     * Takes a rule apart.
     *
     * @throws IllegalArgumentException if it is none; the message is a clause for the person
     */
    public static Rrule read(String value) {
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException("a recurrence rule of more than " + LONGEST + " characters");
        }
        String text = value.toUpperCase(Locale.ROOT).replace(" ", "");
        if (text.startsWith("RRULE:") || text.startsWith("EXRULE:")) {
            text = text.substring(text.indexOf(':') + 1);
        }
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : text.split(";")) {
            int equals = part.indexOf('=');
            if (equals > 0 && equals < part.length() - 1) {
                parts.putIfAbsent(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        Freq freq = freq(parts.get("FREQ"));
        Long count = number(parts, "COUNT");
        Rrule rule = new Rrule(
                parts,
                freq,
                parts.containsKey("INTERVAL") ? number(parts, "INTERVAL") : 1,
                count == null || count > 10_000_000L ? null : count,
                parts.get("UNTIL"));
        rule.body(1);
        rule.bound();
        return rule;
    }

    /** Whether it counts hours, minutes or seconds: elapsed time rather than calendar days. */
    public boolean isElapsed() {
        return SHORT.contains(freq);
    }

    /** The whole numbers of a list part; empty when it is not given. */
    List<Integer> numbers(String part) {
        List<Integer> numbers = new ArrayList<>();
        String list = parts.get(part);
        if (list != null) {
            for (String one : list.split(",")) {
                numbers.add(Integer.valueOf(one));
            }
        }
        return numbers;
    }

    boolean has(String part) {
        return parts.containsKey(part);
    }

    /** lib-recur's rule with this interval, without COUNT and UNTIL, and without the parts named. */
    RecurrenceRule body(int every, String... without) {
        Set<String> left = Set.of(without);
        StringBuilder text = new StringBuilder("FREQ=" + freq + ";INTERVAL=" + every);
        parts.forEach((name, list) -> {
            if ((name.startsWith("BY") || name.equals("WKST")) && !left.contains(name)) {
                text.append(';').append(name).append('=').append(list);
            }
        });
        if (isEveryMonthOfTheYear()) {
            text.append(";BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12");
        }
        try {
            return new RecurrenceRule(text.toString(), RecurrenceRule.RfcMode.RFC5545_LAX);
        } catch (InvalidRecurrenceRuleException | RuntimeException e) {
            throw new IllegalArgumentException("a recurrence rule that cannot be read", e);
        }
    }

    /** RFC 5545 expands BYMONTHDAY of a yearly rule in each month; lib-recur does so only in that of the start. */
    private boolean isEveryMonthOfTheYear() {
        return freq == Freq.YEARLY
                && has("BYMONTHDAY")
                && !has("BYMONTH")
                && !has("BYWEEKNO")
                && !has("BYYEARDAY")
                && !parts.getOrDefault("BYDAY", "").matches(".*\\d.*");
    }

    private static Freq freq(String name) {
        for (Freq freq : Freq.values()) {
            if (freq.name().equals(name)) {
                return freq;
            }
        }
        throw new IllegalArgumentException("a recurrence rule without a known FREQ");
    }

    private static Long number(Map<String, String> parts, String name) {
        String digits = parts.get(name);
        if (digits == null) {
            return null;
        }
        if (!digits.matches("\\+?0*[1-9]\\d*")) {
            throw new IllegalArgumentException("a recurrence rule whose " + name + " is not a number above 0");
        }
        String plain = digits.replaceFirst("^\\+?0*", "");
        return plain.length() > 15 ? Long.MAX_VALUE / 1_000_000 : Long.valueOf(plain);
    }

    private void bound() {
        try {
            for (String part : List.of("BYSECOND", "BYMINUTE", "BYHOUR", "BYMONTHDAY", "BYYEARDAY", "BYSETPOS")) {
                numbers(part);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a recurrence rule that cannot be read", e);
        }
        long days = isElapsed()
                ? 1
                : Map.of(Freq.YEARLY, 366L, Freq.MONTHLY, 31L, Freq.WEEKLY, 7L).getOrDefault(freq, 1L);
        long set = days * size("BYHOUR") * size("BYMINUTE") * size("BYSECOND");
        if (set > LARGEST_SET) {
            throw new IllegalArgumentException(
                    "a recurrence rule that recurs more than " + LARGEST_SET + " times a period");
        }
    }

    private long size(String part) {
        return Math.max(1, numbers(part).stream().distinct().count());
    }
}
