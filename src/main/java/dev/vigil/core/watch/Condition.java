package dev.vigil.core.watch;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;

/** What must hold at the moment a trigger fires. */
public sealed interface Condition {
    record Weekday(Set<DayOfWeek> days) implements Condition {
        public Weekday {
            days = Set.copyOf(days);
        }
    }

    record Between(Trigger.ClockSpan span) implements Condition {}

    record Dates(Trigger.DateSpan span) implements Condition {}

    /**
     * The moment lies so to an event, mail or workout that matches {@code of}.
     *
     * @param within null = PT30M, or PT12H where sleep is concerned; not used by {@code DURING}
     */
    record Relation(Order order, Trigger of, Span within) implements Condition {}

    enum Order {
        AFTER,
        BEFORE,
        DURING
    }

    /** The person's calendar at that moment. */
    record Calendar(boolean busy) implements Condition {}

    record State(Trigger.Health of) implements Condition {}

    /**
     * So many of them within a day or a week.
     *
     * @param over DAY or WEEK
     * @param day the day so many days from now; 0 = today
     */
    record Count(Trigger of, Comparison is, int value, Trigger.Over over, int day) implements Condition {}

    record Not(Condition condition) implements Condition {}

    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }
    }
}
