package dev.vigil.core.port;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Clock times of a recurring time trigger. */
public interface Recurrences {
    /**
     * The first moment strictly after {@code after}.
     *
     * @param rule an RFC 5545 RRULE value without DTSTART, COUNT or UNTIL
     * @param times clock times; empty only for hourly and minutely rules, which count from {@code anchor}
     * @param from the rule's first day at the earliest; null = the day of {@code anchor}, or the next one if all its
     *     clock times have passed
     * @param anchor when the watch was armed
     * @return empty if the rule has no further moment within 100 years
     */
    Optional<Instant> next(
            String rule, List<LocalTime> times, LocalDate from, Instant anchor, Instant after, ZoneId zone);

    /**
     * Checks a rule.
     *
     * @throws dev.vigil.core.Trouble if it is none, has COUNT, UNTIL or DTSTART, or recurs more often than each minute
     */
    void check(String rule);
}
