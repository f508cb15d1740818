package dev.vigil.contract;

import dev.vigil.core.watch.Span;
import dev.vigil.core.watch.Until;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;

/** Times, dates, moments and durations as the contract spells them. */
final class Scalars {
    private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?");
    private static final Pattern DURATION = Pattern.compile(
            "[+-]?P(?=\\d|T)(\\d{1,7}W)?(\\d{1,7}D)?(T(?=\\d)(\\d{1,9}H)?(\\d{1,9}M)?(\\d{1,10}(\\.\\d{1,3})?S)?)?");

    private Scalars() {}

    static LocalTime time(String text, String path) {
        if (TIME.matcher(text).matches()) {
            try {
                return LocalTime.parse(text);
            } catch (DateTimeException e) {
                throw Refusal.at(path, Refusal.quote(text) + " is not a time of day, 00:00 to 23:59");
            }
        }
        throw Refusal.at(path, "expected a clock time such as 17:00, found " + Refusal.quote(text));
    }

    static LocalDate date(String text, String path) {
        if (DATE.matcher(text).matches()) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw Refusal.at(path, Refusal.quote(text) + " is not a day of the calendar");
            }
        }
        throw Refusal.at(path, "expected a date such as 2026-12-01, found " + Refusal.quote(text));
    }

    static LocalDateTime moment(String text, String path) {
        if (MOMENT.matcher(text).matches()) {
            try {
                return LocalDateTime.parse(text);
            } catch (DateTimeException e) {
                throw Refusal.at(path, Refusal.quote(text) + " is not a moment of the calendar");
            }
        }
        throw Refusal.at(path, "expected a moment such as 2026-12-01T17:00, found " + Refusal.quote(text));
    }

    /** A day or a moment; with {@code clock} also a clock time. */
    static Until until(String text, boolean clock, String path) {
        if (clock && TIME.matcher(text).matches()) {
            return new Until.Clock(time(text, path));
        }
        if (DATE.matcher(text).matches()) {
            return new Until.Day(date(text, path));
        }
        if (MOMENT.matcher(text).matches()) {
            return new Until.Moment(moment(text, path));
        }
        throw Refusal.at(
                path,
                "expected a " + (clock ? "clock time, a date" : "date")
                        + " or a moment such as 2026-12-01T17:00, found " + Refusal.quote(text));
    }

    static Span span(String text, String path) {
        if (DURATION.matcher(text).matches()) {
            try {
                return Span.parse(text);
            } catch (DateTimeException e) {
                throw Refusal.at(path, Refusal.quote(text) + " is longer than 100 years");
            }
        }
        throw Refusal.at(
                path,
                "expected a duration in weeks, days and hours such as PT30M or P7D, found " + Refusal.quote(text));
    }

    /** A duration that is longer than nothing. */
    static Span length(String text, String path) {
        Span span = span(text, path);
        if (span.isNegative() || span.isZero()) {
            throw Refusal.at(path, Refusal.quote(text) + " is not longer than nothing");
        }
        return span;
    }

    static String write(Until until) {
        if (until instanceof Until.Day day) {
            return day.date().toString();
        }
        if (until instanceof Until.Moment moment) {
            return moment.at().toString();
        }
        return ((Until.Clock) until).time().toString();
    }
}
