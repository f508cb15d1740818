package dev.vigil.engine.vitals;

import dev.vigil.core.watch.Span;
import dev.vigil.core.watch.Trigger.Over;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The person's calendar: local days, weeks from Monday and months, of 23 or 25 hours where the clock changes. */
final class Days {
    private final ZoneId zone;
    private long day;
    private long dayStart = Moments.OPEN;
    private long dayEnd = Moments.NEVER;

    Days(ZoneId zone) {
        this.zone = zone;
    }

    /** The local date at that moment, as days since 1970. */
    long of(long moment) {
        if (moment < dayStart || moment >= dayEnd) {
            LocalDate date = Moments.instant(moment).atZone(zone).toLocalDate();
            day = date.toEpochDay();
            dayStart = begin(day);
            dayEnd = begin(day + 1);
        }
        return day;
    }

    /** The first moment of a local date. */
    long start(long date) {
        if (dayEnd == Moments.NEVER) {
            return begin(date);
        }
        return date == day ? dayStart : date == day + 1 ? dayEnd : begin(date);
    }

    private long begin(long date) {
        return Moments.of(LocalDate.ofEpochDay(date).atStartOfDay(zone).toInstant());
    }

    long at(long date, LocalTime time) {
        return Moments.of(LocalDate.ofEpochDay(date).atTime(time).atZone(zone).toInstant());
    }

    /** The moment that long after another: days on the calendar, then elapsed time. */
    long after(long moment, Span span) {
        if (span.days() == 0) {
            return moment + nanos(span);
        }
        return Moments.of(span.after(Moments.instant(moment).atZone(zone)).toInstant());
    }

    long before(long moment, Over over) {
        var at = Moments.instant(moment).atZone(zone);
        return Moments.of((switch (over) {
                    case DAY -> at.minusDays(1);
                    case WEEK -> at.minusDays(7);
                    case MONTH -> at.minusMonths(1);
                })
                .toInstant());
    }

    private static long nanos(Span span) {
        long seconds = Math.min(span.clock().getSeconds(), 3_200_000_000L);
        return seconds * Moments.SECOND + span.clock().getNano();
    }

    /** The first date of the period that a date lies in. */
    long first(long date, Over over) {
        LocalDate local = LocalDate.ofEpochDay(date);
        return switch (over) {
            case DAY -> date;
            case WEEK -> date - (local.getDayOfWeek().getValue() - 1);
            case MONTH -> local.withDayOfMonth(1).toEpochDay();
        };
    }

    /** The first date of the period so many periods after the one that begins at {@code first}. */
    long shift(long first, Over over, int periods) {
        return switch (over) {
            case DAY -> first + periods;
            case WEEK -> first + 7L * periods;
            case MONTH -> LocalDate.ofEpochDay(first).plusMonths(periods).toEpochDay();
        };
    }
}
