package dev.vigil.core.watch;

import java.time.Duration;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;

/**
 * A signed ISO-8601 duration that keeps calendar days and elapsed time apart: across a clock change {@code P1D} is not
 * {@code PT24H}.
 *
 * @param days calendar days in the person's zone, signed; weeks are seven days
 * @param clock elapsed time, signed
 */
public record Span(int days, Duration clock) {
    public static final Span ZERO = new Span(0, Duration.ZERO);

    public static Span of(Duration clock) {
        return new Span(0, clock);
    }

    public static Span ofDays(int days) {
        return new Span(days, Duration.ZERO);
    }

    /**
     * Reads an ISO-8601 duration such as {@code -P7D}, {@code PT1H30M}, {@code P2W}.
     *
     * @throws DateTimeParseException if it is not one, has months or years, or is longer than 100 years
     */
    public static Span parse(String text) {
        boolean negative = text.startsWith("-");
        String plain = negative || text.startsWith("+") ? text.substring(1) : text;
        int split = plain.indexOf('T');
        Period period = split == 1 ? Period.ZERO : Period.parse(split < 0 ? plain : plain.substring(0, split));
        Duration clock = split < 0 ? Duration.ZERO : Duration.parse("P" + plain.substring(split));
        if (period.toTotalMonths() != 0) {
            throw new DateTimeParseException("months and years are not exact", text, 0);
        }
        if (Math.abs((long) period.getDays()) > 36_525 || clock.abs().toDays() > 36_525) {
            throw new DateTimeParseException("longer than 100 years", text, 0);
        }
        Span span = new Span(period.getDays(), clock);
        return negative ? span.negated() : span;
    }

    public Span negated() {
        return new Span(-days, clock.negated());
    }

    public boolean isZero() {
        return days == 0 && clock.isZero();
    }

    public boolean isNegative() {
        return days < 0 || clock.isNegative();
    }

    /** True when it has calendar days and no elapsed time. */
    public boolean isWholeDays() {
        return days != 0 && clock.isZero();
    }

    /** The moment this long after {@code from}: days first on the calendar, then elapsed time. */
    public ZonedDateTime after(ZonedDateTime from) {
        return from.plusDays(days).plus(clock);
    }

    /** The moment this long before {@code from}. */
    public ZonedDateTime before(ZonedDateTime from) {
        return negated().after(from);
    }

    /** Its length when a day is 24 hours; for ordering and bounds only. */
    public Duration nominal() {
        return Duration.ofDays(days).plus(clock);
    }

    /** The ISO-8601 text. */
    @Override
    public String toString() {
        if (isNegative()) {
            return "-" + negated();
        }
        if (days == 0) {
            return clock.toString();
        }
        return "P" + days + "D" + (clock.isZero() ? "" : clock.toString().substring(1));
    }
}
