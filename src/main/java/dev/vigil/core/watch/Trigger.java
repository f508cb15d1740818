package dev.vigil.core.watch;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/** What can start a watch. Optional fields are null (booleans false, lists empty) when the watch does not name them. */
public sealed interface Trigger {

    /** A moment, a time from arming, or a recurrence; exactly one of {@code at}, {@code in}, {@code every} is set. */
    record Time(LocalDateTime at, Span in, String every, List<LocalTime> times, LocalDate from) implements Trigger {
        public Time {
            times = List.copyOf(times);
        }
    }

    /**
     * A mail that arrives.
     *
     * @param except words that must not be in it
     * @param attachment true: it has at least one; an inline picture is none
     * @param offset signed time to the date that the mail itself names
     */
    record Mail(
            MailKind kind,
            String about,
            String from,
            String to,
            String subject,
            String except,
            boolean attachment,
            Amount amount,
            Span offset)
            implements Trigger {}

    /** A sum of money; {@code currency} is an ISO 4217 code, or null for any. */
    record Amount(Comparison is, double value, String currency) {}

    /**
     * Something about an event of the person's calendar.
     *
     * @param offset signed time to the event's start or end; excludes {@code day}
     * @param day signed whole days to the event's local date, at {@code time}
     */
    record Calendar(
            Moment moment,
            String about,
            String with,
            String where,
            String calendar,
            String except,
            Span offset,
            Integer day,
            LocalTime time,
            boolean first,
            boolean last,
            Falls falls)
            implements Trigger {}

    enum Moment {
        START,
        END,
        ADDED,
        CHANGED,
        CANCELLED,
        INVITED,
        CONFLICT
    }

    /** When the event itself lies; what is null (or empty) is not asked. */
    record Falls(LocalDate date, Set<DayOfWeek> weekday, ClockSpan between, DateSpan dates) {
        public Falls {
            weekday = Set.copyOf(weekday);
        }
    }

    /** A span of the day; it crosses midnight when {@code till} is not after {@code from}. */
    record ClockSpan(LocalTime from, LocalTime till) {
        /** Start inclusive, end exclusive. */
        public boolean contains(LocalTime time) {
            return from.isBefore(till)
                    ? !time.isBefore(from) && time.isBefore(till)
                    : !time.isBefore(from) || time.isBefore(till);
        }
    }

    /** A span of days, both ends inclusive. */
    record DateSpan(LocalDate from, LocalDate till) {
        public boolean contains(LocalDate date) {
            return !date.isBefore(from) && !date.isAfter(till);
        }
    }

    /**
     * A state of a health metric that becomes true.
     *
     * @param is null only under a silence's {@code of} and for a workout under a relation
     * @param value in the metric's unit; null for {@code ELEVATED}, {@code LOW}, {@code MISSING}
     * @param lasting the contract's {@code for}: how long it must last
     */
    record Health(Metric metric, State is, Double value, Span lasting, Over over) implements Trigger {}

    enum State {
        ABOVE,
        BELOW,
        AT_LEAST,
        AT_MOST,
        ELEVATED,
        LOW,
        MISSING,
        RISES,
        FALLS
    }

    enum Over {
        DAY,
        WEEK,
        MONTH
    }

    /**
     * Something expected that did not happen: fires at the deadline.
     *
     * @param of a mail, calendar or health trigger that is expected
     * @param lasting the contract's {@code for}; exactly one of it and {@code by} is set
     * @param after the trigger from which {@code lasting} runs; null = from arming, or from the person's own last mail
     *     in that thread for replies
     */
    record Silence(Trigger of, Span lasting, Until by, Trigger after) implements Trigger {}
}
