package dev.vigil.core.fact;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/**
 * One time that an event takes place.
 *
 * @param item the revision that it comes from
 * @param slot the original local start (the recurrence id) in the event's own zone; null for a single event
 * @param start in the person's zone
 * @param end in the person's zone, exclusive
 */
public record Occurrence(CalendarItem item, LocalDateTime slot, ZonedDateTime start, ZonedDateTime end) {
    /** Stable while the event moves: {@code calendar:UID}, with {@code #slot} for one of a series. */
    public String cause() {
        return slot == null ? item.cause() : item.cause() + "#" + slot;
    }

    public boolean allDay() {
        return item.start().day();
    }

    public LocalDate date() {
        return start.toLocalDate();
    }
}
