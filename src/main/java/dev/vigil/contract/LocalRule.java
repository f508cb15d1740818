package dev.vigil.contract;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.WeekFields;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * A rule of days, weeks, months or years, counted on the calendar in local time.
 *
 * <p>lib-recur does the counting and skips ahead without walking; this class bounds it: it ends after the year 9999,
 * after {@value #MOST} steps, and where the rule turns out never to match again.
 */
public final class LocalRule {
    static final int MOST = 100_000;
    private static final int LAST_YEAR = 9_999;

    private final Rrule text;
    private final RecurrenceRule rule;
    private final boolean once;

    public LocalRule(Rrule text) {
        this(text, text.interval());
    }

    /** The rule with another interval and without the parts named. */
    LocalRule(Rrule text, long interval, String... without) {
        if (text.isElapsed()) {
            throw new IllegalArgumentException("not a rule of calendar days");
        }
        this.text = text;
        this.once = interval > longest(text.freq());
        this.rule = text.body(once ? 1 : (int) interval, without);
    }

    /**
     * The moments that the rule names from {@code start} on, {@code earliest} or later, in order. {@code start} is among
     * them only if it matches. COUNT is applied, UNTIL is not.
     *
     * @param spent how many of COUNT are used up before the first match
     */
    public Iterator<LocalDateTime> iterator(LocalDateTime start, LocalDateTime earliest, int spent) {
        return new Walk(start, earliest, spent);
    }

    private static long longest(Freq freq) {
        return switch (freq) {
            case YEARLY -> 2_000;
            case MONTHLY -> 24_000;
            case WEEKLY -> 100_000;
            default -> 700_000;
        };
    }

    private final class Walk implements Iterator<LocalDateTime> {
        private final LocalDateTime start;
        private final LocalDateTime earliest;
        private final RecurrenceRuleIterator dates;
        private final List<Integer> weeks = text.numbers("BYWEEKNO");
        private long left;
        private int steps;
        private LocalDateTime previous;
        private LocalDateTime next;

        Walk(LocalDateTime start, LocalDateTime earliest, int spent) {
            this.start = start;
            this.earliest = earliest;
            this.left = text.count() == null ? Long.MAX_VALUE : text.count() - spent;
            this.dates = dates();
            advance();
        }

        private RecurrenceRuleIterator dates() {
            try {
                RecurrenceRuleIterator dates = rule.iterator(dateTime(start));
                if (text.count() == null && earliest.isAfter(start.plusDays(8)) && !once) {
                    dates.fastForward(dateTime(earliest.minusDays(8)));
                }
                return dates;
            } catch (IllegalArgumentException | IllegalStateException e) {
                return null; // as in step()
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public LocalDateTime next() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            LocalDateTime current = next;
            advance();
            return current;
        }

        private void advance() {
            next = null;
            while (next == null && left > 0 && steps++ < MOST) {
                LocalDateTime found = step();
                boolean back = previous != null && found != null && !found.isAfter(previous);
                if (found == null || back || found.getYear() > LAST_YEAR || once && found.isAfter(start)) {
                    left = 0;
                    return;
                }
                previous = found;
                if (isInWeeks(found.toLocalDate())) {
                    left--;
                    next = found.isBefore(earliest) ? null : found;
                }
            }
        }

        private LocalDateTime step() {
            try {
                return dates != null && dates.hasNext() ? local(dates.nextDateTime()) : null;
            } catch (IllegalArgumentException | IllegalStateException e) {
                return null; // lib-recur's way to say that thousands of periods in a row had no match
            }
        }

        /** lib-recur takes week 53 of a year that has 52 for the last one; such a year has no match (RFC 5545). */
        private boolean isInWeeks(LocalDate date) {
            if (!weeks.contains(53) && !weeks.contains(-53)) {
                return true;
            }
            WeekFields fields = WeekFields.of(
                    java.time.DayOfWeek.of(1 + (rule.getWeekStart().ordinal() + 6) % 7), 4);
            int week = date.get(fields.weekOfWeekBasedYear());
            int last = (int) date.range(fields.weekOfWeekBasedYear()).getMaximum();
            return weeks.contains(week) || weeks.contains(week - last - 1);
        }
    }

    private static DateTime dateTime(LocalDateTime at) {
        return new DateTime(
                at.getYear(), at.getMonthValue() - 1, at.getDayOfMonth(), at.getHour(), at.getMinute(), at.getSecond());
    }

    private static LocalDateTime local(DateTime at) {
        return LocalDateTime.of(
                at.getYear(), at.getMonth() + 1, at.getDayOfMonth(), at.getHours(), at.getMinutes(), at.getSeconds());
    }
}
