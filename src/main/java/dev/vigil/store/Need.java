package dev.vigil.store;

import dev.vigil.core.fact.Arrival;
import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.fact.Fact;
import dev.vigil.core.fact.Mail;
import dev.vigil.core.fact.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Until when a watch can need a fact. */
final class Need {
    /** No zone is further from UTC than this, and a floating time may be in any. */
    private static final Duration ANY_ZONE = Duration.ofDays(1);

    private Need() {}

    /**
     * A mail: until the last date that it names. A single event: until it is over. A series, a change to one of its
     * occurrences, and what health reports of workouts: without end.
     *
     * @return null = without end
     */
    static Instant till(Arrival arrival) {
        Fact fact = arrival.fact();
        if (fact instanceof Mail mail) {
            return till(mail, arrival.at());
        }
        return fact instanceof CalendarItem item ? till(item, arrival.at()) : null;
    }

    private static Instant till(Mail mail, Instant arrived) {
        Instant till = arrived;
        if (mail.reading() != null) {
            for (Reading.Dated dated : mail.reading().dates()) {
                LocalDate last = dated.till() == null ? dated.date() : dated.till();
                till = last == null
                        ? till
                        : later(
                                till,
                                last.plusDays(1)
                                        .atStartOfDay()
                                        .toInstant(ZoneOffset.UTC)
                                        .plus(ANY_ZONE));
            }
        }
        for (CalendarItem item : mail.invitations()) {
            Instant over = till(item, arrived);
            if (over == null) {
                return null;
            }
            till = later(till, over);
        }
        return till;
    }

    private static Instant till(CalendarItem item, Instant arrived) {
        if (!item.repeats().isNever() || item.recurrenceId() != null) {
            return null;
        }
        return later(arrived, item.end().local().toInstant(ZoneOffset.UTC).plus(ANY_ZONE));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
