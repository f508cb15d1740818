package dev.vigil.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How things are written for a person to read. */
final class Show {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH);

    private Show() {}

    static String moment(Instant at, ZoneId zone) {
        return moment(at.atZone(zone));
    }

    static String moment(ZonedDateTime at) {
        return DAY.format(at);
    }

    /** ISO-8601 with offset, to the second where it has no finer part that matters. */
    static String iso(Instant at, ZoneId zone) {
        return iso(at.atZone(zone));
    }

    static String iso(ZonedDateTime at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.truncatedTo(ChronoUnit.MILLIS));
    }

    /** One line without control characters, so that text from outside cannot steer the terminal. */
    static String plain(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean steers = type == Character.CONTROL || type == Character.LINE_SEPARATOR || isDirection(c);
            line.appendCodePoint(steers || type == Character.PARAGRAPH_SEPARATOR ? ' ' : c);
        });
        return line.toString().strip();
    }

    /** Marks that reorder what follows, by which text can pass for other text. */
    private static boolean isDirection(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }
}
