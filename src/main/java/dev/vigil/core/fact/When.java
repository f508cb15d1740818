package dev.vigil.core.fact;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A calendar time as written: local, with its zone.
 *
 * @param local midnight for a day
 * @param zone null = floating: whatever zone the person is in
 * @param day an all-day value, always floating
 */
public record When(LocalDateTime local, ZoneId zone, boolean day) {
    /** In a gap the offset before it, in an overlap the first. */
    public ZonedDateTime in(ZoneId person) {
        return zone == null ? local.atZone(person) : local.atZone(zone).withZoneSameInstant(person);
    }
}
