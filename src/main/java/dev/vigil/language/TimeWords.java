package dev.vigil.language;

import dev.vigil.core.watch.Span;
import dev.vigil.core.watch.Trigger;
import dev.vigil.core.watch.Until;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Times, days and durations in words; clock times have 24 hours. */
final class TimeWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final Set<DayOfWeek> WORKING =
            EnumSet.complementOf(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));

    private TimeWords() {}

    static String day(LocalDate date) {
        return DAY.format(date);
    }

    static String moment(LocalDateTime at) {
        return at.toLocalTime() + " on " + day(at.toLocalDate());
    }

    static String times(List<LocalTime> times) {
        return Texts.and(times.stream().map(LocalTime::toString).toList());
    }

    static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** "2 weeks", "1 day", "24 hours", "1 hour 30 minutes"; calendar days and hours keep their own words. */
    static String length(Span span) {
        Span plain = span.isNegative() ? span.negated() : span;
        List<String> parts = new ArrayList<>();
        if (plain.days() != 0) {
            boolean weeks = plain.days() % 7 == 0;
            parts.add(Texts.count(weeks ? plain.days() / 7 : plain.days(), weeks ? "week" : "day"));
        }
        Duration clock = plain.clock();
        if (clock.toHours() != 0) {
            parts.add(Texts.count(clock.toHours(), "hour"));
        }
        if (clock.toMinutesPart() != 0) {
            parts.add(Texts.count(clock.toMinutesPart(), "minute"));
        }
        double seconds = clock.toSecondsPart() + clock.toMillisPart() / 1000.0;
        if (seconds != 0 || parts.isEmpty()) {
            parts.add(Texts.count(seconds, "second"));
        }
        return String.join(" ", parts);
    }

    /** The last day or moment. */
    static String until(Until until) {
        if (until instanceof Until.Day day) {
            return "until " + day(day.date());
        }
        return "until " + moment(((Until.Moment) until).at());
    }

    static String by(Until by) {
        if (by instanceof Until.Day day) {
            return "by the end of " + day(day.date());
        }
        return by instanceof Until.Moment moment ? "by " + moment(moment.at()) : "by " + ((Until.Clock) by).time();
    }

    /** "on a weekday", "at the weekend", "on a Monday or Thursday". */
    static String on(Set<DayOfWeek> days) {
        if (days.equals(WORKING)) {
            return "on a weekday";
        }
        if (days.equals(WEEKEND)) {
            return "at the weekend";
        }
        if (days.size() == 7) {
            return "on any day of the week";
        }
        if (days.size() == 6) {
            return "on any day but " + missing(days);
        }
        return "on a " + Texts.or(names(days));
    }

    /** "weekday", "Monday and Thursday"; to follow "every". */
    static String each(Set<DayOfWeek> days) {
        if (days.equals(WORKING)) {
            return "weekday";
        }
        return switch (days.size()) {
            case 7 -> "day";
            case 6 -> "day but " + missing(days);
            default -> Texts.and(names(days));
        };
    }

    static boolean working(Set<DayOfWeek> days) {
        return days.equals(WORKING);
    }

    static boolean weekend(Set<DayOfWeek> days) {
        return days.equals(WEEKEND);
    }

    private static String missing(Set<DayOfWeek> days) {
        return name(EnumSet.complementOf(EnumSet.copyOf(days)).iterator().next());
    }

    private static List<String> names(Set<DayOfWeek> days) {
        return new TreeSet<>(days).stream().map(TimeWords::name).toList();
    }

    static String between(Trigger.ClockSpan span) {
        return "between " + span.from() + " and " + span.till();
    }

    static String dates(Trigger.DateSpan span) {
        return span.from().equals(span.till())
                ? "on " + day(span.from())
                : "from " + SHORT_DAY.format(span.from()) + " to " + SHORT_DAY.format(span.till());
    }
}
