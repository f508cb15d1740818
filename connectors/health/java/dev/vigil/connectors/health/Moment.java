package dev.vigil.connectors.health;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * A point in time as a file wrote it.
 *
 * @param at the instant; midnight in the zone for a day
 * @param day the day, if no clock time was written; else null
 */
record Moment(Instant at, LocalDate day) {
    private static final int LONGEST = 40;

    /**
     * Reads ISO-8601: a date, a date and time with {@code T} or a space, with or without seconds, fractions and offset
     * ({@code Z}, {@code +01:00}, {@code +0100}, {@code +01}). A local time that occurs twice is the first, one that does not exist is
     * the instant with the offset before the gap.
     *
     * @param zone of a time that has no offset
     * @return null if it is no such text
     */
    static Moment parse(String text, ZoneId zone) {
        String plain = text.trim();
        if (plain.length() < 10 || plain.length() > LONGEST) {
            return null;
        }
        try {
            if (plain.length() == 10) {
                LocalDate day = LocalDate.parse(plain);
                return new Moment(day.atStartOfDay(zone).toInstant(), day);
            }
            String iso = plain.charAt(10) == ' ' ? plain.substring(0, 10) + 'T' + plain.substring(11) : plain;
            int offset = offset(iso);
            Instant at = offset < 0
                    ? LocalDateTime.parse(iso).atZone(zone).toInstant()
                    : OffsetDateTime.parse(iso.substring(0, offset).trim() + colon(iso.substring(offset)))
                            .toInstant();
            return new Moment(at, null);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Where the offset begins, or -1. */
    private static int offset(String iso) {
        for (int i = iso.length() - 1; i > 10; i--) {
            char c = iso.charAt(i);
            if (c == 'Z' || c == 'z' || c == '+' || c == '-') {
                return i;
            }
        }
        return -1;
    }

    private static String colon(String offset) {
        if (offset.length() == 3) {
            return offset + ":00";
        }
        return offset.length() == 5 && offset.indexOf(':') < 0
                ? offset.substring(0, 3) + ':' + offset.substring(3)
                : offset;
    }

    /**
     * Apple Health's {@code 2026-11-23 10:00:00 +0000} without a formatter, because exports hold millions of them; other
     * spellings (the compact one of early exports included) take the slow way.
     *
     * @return null if it is no such text
     */
    static Instant apple(String text) {
        if (text.length() == 25
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == ' '
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && text.charAt(19) == ' ') {
            long second = epochSecond(text);
            if (second != Long.MIN_VALUE) {
                return Instant.ofEpochSecond(second);
            }
        }
        if (text.length() == 19 && text.indexOf(':') < 0) {
            return compact(text);
        }
        // Apple always writes an offset; a time without one is of some other make, and no one knows where it was taken.
        Moment moment = text.length() > 16 && offset(text) > 0 ? parse(text, ZoneOffset.UTC) : null;
        return moment == null ? null : moment.at;
    }

    private static long epochSecond(String t) {
        int century = two(t, 0);
        int year = two(t, 2);
        int month = two(t, 5);
        int day = two(t, 8);
        int hour = two(t, 11);
        int minute = two(t, 14);
        int second = two(t, 17);
        int offsetHour = two(t, 21);
        int offsetMinute = two(t, 23);
        char sign = t.charAt(20);
        int any = century | year | month | day | hour | minute | second | offsetHour | offsetMinute;
        if (any < 0
                || month < 1
                || month > 12
                || day < 1
                || day > 28
                        && day > LocalDate.of(century * 100 + year, month, 1).lengthOfMonth()
                || hour > 23
                || minute > 59
                || second > 59
                || offsetHour > 18
                || offsetMinute > 59
                || sign != '+' && sign != '-') {
            return Long.MIN_VALUE;
        }
        long offset = offsetHour * 3600L + offsetMinute * 60L;
        return epochDay(century * 100 + year, month, day) * 86_400L
                + hour * 3600L
                + minute * 60L
                + second
                - (sign == '-' ? -offset : offset);
    }

    /** Days since 1970 on the Gregorian calendar, counted in years that begin in March. */
    private static long epochDay(int year, int month, int day) {
        int y = month <= 2 ? year - 1 : year;
        int era = y / 400;
        int yearOfEra = y - era * 400;
        int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468L;
    }

    /** Two digits, or a negative number. */
    private static int two(String text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }

    /** {@code 20150616071820-0700} */
    private static Instant compact(String t) {
        String iso = t.substring(0, 4)
                + '-'
                + t.substring(4, 6)
                + '-'
                + t.substring(6, 8)
                + 'T'
                + t.substring(8, 10)
                + ':'
                + t.substring(10, 12)
                + ':'
                + t.substring(12, 14)
                + t.substring(14, 17)
                + ':'
                + t.substring(17);
        try {
            return OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
