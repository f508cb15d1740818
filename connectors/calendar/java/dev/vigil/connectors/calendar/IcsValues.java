package dev.vigil.connectors.calendar;

import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import dev.vigil.core.watch.Span;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of iCalendar properties (RFC 5545, section 3.3), read leniently where the meaning is plain. */
final class IcsValues {
    private static final Pattern MOMENT = Pattern.compile(
            "(\\d{4})-?(\\d{2})-?(\\d{2})(?:[T ](\\d{2}):?(\\d{2}):?(\\d{2})?(?:\\.\\d+)?)?(Z|T|[+-]\\d{2}:?\\d{2})?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{2}):?(\\d{2}):?(\\d{2})?");

    private IcsValues() {}

    /**
     * A date or a date with time as written.
     *
     * @param offset UTC for a trailing Z; null when it says none
     * @param day without a clock time
     */
    record Moment(LocalDateTime local, ZoneOffset offset, boolean day) {
        Instant inUtc() {
            return local.toInstant(offset == null ? ZoneOffset.UTC : offset);
        }
    }

    /**
     * Reads a DATE or DATE-TIME.
     *
     * @throws IllegalArgumentException if it is neither; the message is a clause for the person
     */
    static Moment moment(String text) {
        Matcher matcher = MOMENT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("“" + shown(text) + "” is no date");
        }
        try {
            LocalDate date = LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
            if (matcher.group(4) == null) {
                return new Moment(date.atStartOfDay(), null, true);
            }
            int hour = number(matcher, 4);
            LocalTime time = LocalTime.of(hour == 24 ? 0 : hour, number(matcher, 5), Math.min(59, number(matcher, 6)));
            return new Moment(date.plusDays(hour == 24 ? 1 : 0).atTime(time), zone(matcher.group(7)), false);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("“" + shown(text) + "” is no date", e);
        }
    }

    /** The instant of a time stamp, taken as UTC whatever it says; null if it is none. */
    static Instant stamp(String text) {
        try {
            return text.isEmpty() ? null : moment(text).inUtc();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * Reads a DURATION.
     *
     * @throws IllegalArgumentException if it is none, is negative or longer than a hundred years
     */
    static Span duration(String text) {
        try {
            Span span = Span.parse(text.strip().toUpperCase(Locale.ROOT));
            if (!span.isNegative()) {
                return span;
            }
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new IllegalArgumentException("“" + shown(text) + "” is no duration", e);
        }
        throw new IllegalArgumentException("the duration “" + shown(text) + "” is negative");
    }

    /**
     * Reads a UTC-OFFSET.
     *
     * @throws IllegalArgumentException if it is none
     */
    static ZoneOffset offset(String text) {
        Matcher matcher = OFFSET.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("“" + shown(text) + "” is no offset");
        }
        int seconds = number(matcher, 2) * 3_600 + number(matcher, 3) * 60 + number(matcher, 4);
        try {
            return ZoneOffset.ofTotalSeconds(matcher.group(1).equals("-") ? -seconds : seconds);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("“" + shown(text) + "” is no offset", e);
        }
    }

    /** A TEXT without its escapes and control characters, at most so long. */
    static String text(String value, int longest) {
        String plain = VObjectPropertyValues.unescape(value);
        StringBuilder clean = new StringBuilder();
        plain.codePoints()
                .filter(each -> each == '\n' || each == '\t' || !Character.isISOControl(each))
                .limit(longest)
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    /** So much of a value that a message can quote it. */
    static String shown(String value) {
        String plain = value.strip().replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 40 ? plain.substring(0, 40) + "…" : plain;
    }

    /** A floating time in the person's zone, any other in its own. */
    static ZoneId zoneOr(ZoneId zone, ZoneId person) {
        return zone == null ? person : zone;
    }

    private static ZoneOffset zone(String text) {
        return text == null || text.equalsIgnoreCase("T")
                ? null
                : text.equalsIgnoreCase("Z") ? ZoneOffset.UTC : offset(text);
    }

    private static int number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
    }
}
