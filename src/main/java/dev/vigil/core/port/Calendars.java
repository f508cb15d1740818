package dev.vigil.core.port;

import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.fact.Occurrence;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Turns calendar revisions into the times at which events take place. */
public interface Calendars {
    /**
     * The occurrences of one UID that touch {@code [from, till)}, in order of start, cancelled ones left out.
     *
     * @param revisions of one UID, in any order: for the series and for each recurrence id the highest SEQUENCE, then
     *     the newest stamp wins
     * @param person resolves floating and all-day times, and is the zone of the result
     * @param max at most so many, counted from {@code from}
     */
    List<Occurrence> expand(List<CalendarItem> revisions, Instant from, Instant till, ZoneId person, int max);
}
