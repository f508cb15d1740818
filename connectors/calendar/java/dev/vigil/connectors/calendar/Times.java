package dev.vigil.connectors.calendar;

import dev.vigil.core.fact.When;
import dev.vigil.core.watch.Span;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** The times of one calendar's events: values with their zones. */
final class Times {
    static final int MOST_DATES = 10_000;

    private final Zones zones;
    private final Refusals refusals;

    Times(Zones zones, Refusals refusals) {
        this.zones = zones;
        this.refusals = refusals;
    }

    /**
     * The first value of a line.
     *
     * @throws IllegalArgumentException if it is no date
     */
    When when(IcsComponent.Line line) {
        return when(line, line.value());
    }

    /** All values of lines, the start of each PERIOD; what is no date is refused by itself. */
    List<Stretch> stretches(List<IcsComponent.Line> lines) {
        List<Stretch> all = new ArrayList<>();
        for (IcsComponent.Line line : lines) {
            for (String value : line.value().split(",")) {
                if (all.size() >= MOST_DATES) {
                    refusals.note(line.number(), "more than " + MOST_DATES + " dates; the rest was left out");
                    return all;
                }
                try {
                    if (!value.isBlank()) {
                        all.add(stretch(line, value));
                    }
                } catch (IllegalArgumentException e) {
                    refusals.note(line.number(), line.name() + ": " + e.getMessage() + "; it was left out");
                }
            }
        }
        return all;
    }

    /** {@code end} is null unless the value was a PERIOD. */
    record Stretch(When start, When end) {}

    /** The end of something that starts then and lasts so long. */
    static When after(When start, Span length) {
        LocalDateTime days = start.local().plusDays(length.days());
        if (start.day()) {
            long more = (length.clock().toHours() + 23) / 24;
            return new When(days.plusDays(more), null, true);
        }
        if (length.clock().isZero() || start.zone() == null) {
            return new When(days.plus(length.clock()), start.zone(), false);
        }
        ZonedDateTime end = length.after(start.local().atZone(start.zone()));
        boolean wholeDays = end.toLocalTime().equals(start.local().toLocalTime());
        // PT24H is elapsed time and P1D is a calendar day: an end in UTC keeps them apart where the clock would not
        ZonedDateTime kept = wholeDays ? end.withZoneSameInstant(ZoneOffset.UTC) : end;
        return new When(kept.toLocalDateTime(), kept.getZone(), false);
    }

    /** Whether the end is not before the start. */
    static boolean isOrdered(When start, When end) {
        return !end.in(ZoneOffset.UTC).isBefore(start.in(ZoneOffset.UTC));
    }

    private Stretch stretch(IcsComponent.Line line, String value) {
        String[] period = value.split("/", 2);
        When start = when(line, period[0]);
        if (period.length == 1) {
            return new Stretch(start, null);
        }
        String till = period[1].strip();
        boolean isLength = till.toUpperCase(java.util.Locale.ROOT).startsWith("P");
        When end = isLength ? after(start, IcsValues.duration(till)) : when(line, till);
        if (!isOrdered(start, end)) {
            throw new IllegalArgumentException("a period that ends before it starts");
        }
        return new Stretch(start, end);
    }

    private When when(IcsComponent.Line line, String value) {
        IcsValues.Moment moment = IcsValues.moment(value);
        if (moment.day() || "DATE".equalsIgnoreCase(line.parameter("VALUE"))) {
            return new When(moment.local().toLocalDate().atStartOfDay(), null, true);
        }
        if (moment.offset() != null) {
            return new When(moment.local(), moment.offset(), false);
        }
        String tzid = line.parameter("TZID");
        if (tzid == null) {
            return new When(moment.local(), null, false);
        }
        ZoneId zone = zones.find(tzid, moment.local());
        if (zone == null && !tzid.isBlank()) {
            refusals.note(
                    line.number(),
                    "the time zone “" + IcsValues.shown(tzid) + "” is not known; “" + IcsValues.shown(value)
                            + "” was taken as local time");
        }
        return new When(moment.local(), zone, false);
    }

    /** A length in elapsed time between two times, at least zero. */
    static Duration between(When start, When end) {
        Duration length = start.zone() == null || end.zone() == null
                ? Duration.between(start.local(), end.local())
                : Duration.between(start.in(ZoneOffset.UTC), end.in(ZoneOffset.UTC));
        return length.isNegative() ? Duration.ZERO : length;
    }
}
