package dev.vigil.core.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/** A limit in local time: a day (its last minute counts), a moment, or a clock time of whatever day it is. */
public sealed interface Until {
    record Day(LocalDate date) implements Until {}

    record Moment(LocalDateTime at) implements Until {}

    record Clock(LocalTime time) implements Until {}

    /** The instant at which a day or a moment is over: the first instant that no longer lies within it. */
    default Instant end(ZoneId zone) {
        if (this instanceof Day day) {
            return day.date.plusDays(1).atStartOfDay(zone).toInstant();
        }
        if (this instanceof Moment moment) {
            return moment.at.atZone(zone).toInstant();
        }
        throw new IllegalStateException("a clock time alone has no end");
    }
}
