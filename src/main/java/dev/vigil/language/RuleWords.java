package dev.vigil.language;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Recurrence rules (RFC 5545 section 3.3.10) in words: "every other Tuesday", "on the last working day of each month".
 * A combination that has no plain words is quoted, so that no two rules ever read alike.
 */
final class RuleWords {
    private static final List<String> CODES = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final List<String> POSITIONS = List.of("first", "second", "third", "fourth", "fifth");

    private final String rule;
    private final Map<String, String> parts = new LinkedHashMap<>();
    private final int interval;
    private String weekStart = "";

    private RuleWords(String rule) {
        this.rule = rule;
        for (String part : rule.toUpperCase(Locale.ROOT).split(";")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        interval = whole(parts.getOrDefault("INTERVAL", "1"));
        parts.remove("INTERVAL");
    }

    /** {@code at} is the clock times in words, which stand before what narrows the rule further; may be empty. */
    static String say(String rule, String at) {
        try {
            return new RuleWords(rule).say(at);
        } catch (IllegalArgumentException e) {
            return quoted(rule) + at;
        }
    }

    private static String quoted(String rule) {
        return "by the recurrence rule " + Texts.plain(rule);
    }

    private String say(String at) {
        String words = switch (parts.remove("FREQ")) {
            case "MINUTELY" -> every("minute");
            case "HOURLY" -> every("hour");
            case "DAILY" -> parts.containsKey("BYDAY") && interval == 1 ? weekly() : every("day");
            case "WEEKLY" -> weekly();
            case "MONTHLY" -> monthly();
            default -> yearly();
        };
        words += at + limits(words.startsWith("on the "));
        return parts.isEmpty() && interval > 0 ? words : quoted(rule) + at;
    }

    private String every(String unit) {
        return switch (interval) {
            case 1 -> "every " + unit;
            case 2 -> unit.equals("day") ? "every other day" : "every 2 " + unit + "s";
            default -> "every " + interval + " " + unit + "s";
        };
    }

    private String weekly() {
        String text = parts.remove("BYDAY");
        if (text == null) {
            return every("week");
        }
        Set<DayOfWeek> days = days(text);
        if (interval == 1) {
            return "every " + TimeWords.each(days);
        }
        String first = parts.remove("WKST");
        if (first != null && !first.equals("MO") && days.size() > 1) {
            weekStart = ", weeks counted from " + TimeWords.name(day(first));
        }
        return interval == 2 && days.size() == 1
                ? "every other " + TimeWords.each(days)
                : every("week") + " on " + (TimeWords.working(days) ? "weekdays" : TimeWords.each(days));
    }

    private String monthly() {
        String of = switch (interval) {
            case 1 -> " of each month";
            case 2 -> " of every other month";
            default -> " of every " + Texts.ordinal(interval) + " month";
        };
        String monthDays = parts.remove("BYMONTHDAY");
        if (monthDays != null) {
            return "on the " + monthDays(monthDays) + of;
        }
        String byDay = parts.remove("BYDAY");
        if (byDay == null) {
            return every("month");
        }
        String position = parts.remove("BYSETPOS");
        if (position != null) {
            return "on the " + positions(position) + " " + kindOfDay(days(byDay)) + of;
        }
        if (!byDay.matches(".*\\d.*")) {
            return "every " + TimeWords.each(days(byDay)) + (interval == 1 ? "" : of);
        }
        return "on the " + placedDays(byDay) + of;
    }

    private String yearly() {
        String years = interval == 2 ? "every other year" : every("year");
        String month = parts.remove("BYMONTH");
        String monthDays = parts.remove("BYMONTHDAY");
        String byDay = parts.remove("BYDAY");
        String yearDays = parts.remove("BYYEARDAY");
        if (yearDays != null) {
            return years + " on day " + Texts.and(List.of(yearDays.split(",")));
        }
        if (byDay != null && monthDays == null) {
            String in = month == null ? "the year" : months(month);
            return years
                    + (byDay.matches(".*\\d.*")
                            ? " on the " + placedDays(byDay) + " of " + in
                            : " on each " + TimeWords.each(days(byDay)) + " of " + in);
        }
        if (byDay != null) {
            throw new IllegalArgumentException(rule);
        }
        if (month != null && monthDays != null && monthDays.matches("\\d+") && month.matches("\\d+")) {
            return years + " on " + whole(monthDays) + " " + months(month);
        }
        if (monthDays != null) {
            return years + " on the " + monthDays(monthDays) + " of " + (month == null ? "each month" : months(month));
        }
        return years + (month == null ? "" : " in " + months(month));
    }

    /** What narrows any rule further. */
    private String limits(boolean dated) {
        StringBuilder words = new StringBuilder(weekStart);
        String byDay = parts.remove("BYDAY");
        if (byDay != null) {
            String on = TimeWords.on(days(byDay));
            words.append(dated ? ", if that is " + on.replaceFirst("^on ", "") : ", " + on);
        }
        String monthDays = parts.remove("BYMONTHDAY");
        if (monthDays != null) {
            words.append(", on the ").append(monthDays(monthDays)).append(" of a month");
        }
        String month = parts.remove("BYMONTH");
        if (month != null) {
            words.append(", in ").append(months(month));
        }
        String hours = parts.remove("BYHOUR");
        if (hours != null) {
            words.append(", in the hours that begin at ")
                    .append(Texts.and(list(hours)
                            .map(hour -> "%02d:00".formatted(whole(hour)))
                            .toList()));
        }
        String minutes = parts.remove("BYMINUTE");
        if (minutes != null) {
            words.append(", at minute ").append(Texts.and(list(minutes).toList()));
        }
        if ("MO".equals(parts.get("WKST")) || interval == 1) {
            parts.remove("WKST");
        }
        return words.toString();
    }

    private static java.util.stream.Stream<String> list(String values) {
        return Arrays.stream(values.split(","));
    }

    private static String monthDays(String values) {
        return Texts.and(list(values)
                .map(value -> {
                    int day = whole(value);
                    return day < 0 ? fromTheEnd(day) + " day" : Texts.ordinal(day);
                })
                .toList());
    }

    private static String placedDays(String values) {
        return Texts.and(list(values)
                .map(value -> {
                    int split = value.length() - 2;
                    if (split <= 0) {
                        throw new IllegalArgumentException(value);
                    }
                    return position(whole(value.substring(0, split))) + " "
                            + TimeWords.name(day(value.substring(split)));
                })
                .toList());
    }

    private static String positions(String values) {
        return Texts.and(list(values).map(value -> position(whole(value))).toList());
    }

    private static String position(int place) {
        if (place < 0) {
            return fromTheEnd(place);
        }
        return place <= POSITIONS.size() && place > 0 ? POSITIONS.get(place - 1) : Texts.ordinal(place);
    }

    private static String fromTheEnd(int place) {
        return switch (place) {
            case -1 -> "last";
            case -2 -> "second-to-last";
            default -> Texts.ordinal(-place) + "-to-last";
        };
    }

    private static String kindOfDay(Set<DayOfWeek> days) {
        if (TimeWords.working(days)) {
            return "working day";
        }
        if (TimeWords.weekend(days)) {
            return "weekend day";
        }
        return days.size() == 7
                ? "day"
                : Texts.or(days.stream().map(TimeWords::name).toList());
    }

    private static String months(String values) {
        List<String> names = new ArrayList<>();
        list(values).forEach(value -> names.add(month(whole(value))));
        return Texts.and(names);
    }

    private static String month(int number) {
        if (number < 1 || number > 12) {
            throw new IllegalArgumentException("month " + number);
        }
        return Month.of(number).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static Set<DayOfWeek> days(String values) {
        Set<DayOfWeek> days = new TreeSet<>();
        list(values).forEach(value -> days.add(day(value)));
        return days;
    }

    private static DayOfWeek day(String code) {
        int place = CODES.indexOf(code);
        if (place < 0) {
            throw new IllegalArgumentException(code);
        }
        return DayOfWeek.of(place + 1);
    }

    private static int whole(String text) {
        return Integer.parseInt(text);
    }
}
