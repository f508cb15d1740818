package dev.vigil.connectors.mail.mime;

import jakarta.mail.internet.MailDateFormat;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates of mail headers (RFC 5322, section 3.3, with its obsolete forms) and what else is met there. */
public final class Dates {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** Zone names that RFC 5322 does not know and mail uses nevertheless. */
    private static final Map<String, Integer> ZONES =
            Map.of("cet", 1, "cest", 2, "met", 1, "bst", 1, "eet", 2, "eest", 3, "ist", 5, "jst", 9, "aest", 10);

    private static final Pattern LOOSE =
            Pattern.compile("(\\d{1,2})[ .-]{1,3}([A-Za-z]{3})[a-z]{0,6}[ ,.-]{1,3}(\\d{4}|\\d{2})[ ,]{1,3}"
                    + "(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?\\s{0,3}(?:([+-]\\d{4})|([A-Za-z]{1,5}))?");
    private static final Pattern ASCTIME = Pattern.compile(
            "([A-Za-z]{3}) {1,3}(\\d{1,2}) (\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?: ([A-Z]{3,4}))? (\\d{4})(?: ([+-]\\d{4}))?");

    private static final Instant EARLIEST = Instant.parse("1971-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Dates() {}

    /** The moment that a Date header names, or null. */
    public static Instant parse(String header) {
        if (header == null || header.isBlank()) {
            return null;
        }
        String text = header.substring(0, Math.min(header.length(), 200))
                .replaceAll("\\([^()]{0,100}\\)", " ")
                .replaceAll("\\s+", " ")
                .strip();
        Instant moment = loose(text);
        moment = moment != null ? moment : asctime(text);
        moment = moment != null ? moment : iso(text);
        moment = moment != null ? moment : angus(text);
        return moment == null || moment.isBefore(EARLIEST) || moment.isAfter(LATEST) ? null : moment;
    }

    /** The moment that a Received header names after its last semicolon, or null. */
    public static Instant received(String header) {
        int semicolon = header.lastIndexOf(';');
        return semicolon < 0 ? null : parse(header.substring(semicolon + 1));
    }

    private static Instant loose(String text) {
        Matcher m = LOOSE.matcher(text);
        if (!m.find()) {
            return null;
        }
        int year = Integer.parseInt(m.group(3));
        year += m.group(3).length() > 2 ? 0 : year < 50 ? 2000 : 1900;
        String second = m.group(6) == null ? "0" : m.group(6);
        return moment(year, m.group(2), m.group(1), m.group(4), m.group(5), second, offset(m.group(7), m.group(8)));
    }

    private static Instant asctime(String text) {
        Matcher m = ASCTIME.matcher(text);
        return m.find()
                ? moment(
                        Integer.parseInt(m.group(7)),
                        m.group(1),
                        m.group(2),
                        m.group(3),
                        m.group(4),
                        m.group(5) == null ? "0" : m.group(5),
                        offset(m.group(8), m.group(6)))
                : null;
    }

    private static Instant moment(
            int year, String month, String day, String hour, String minute, String second, ZoneOffset offset) {
        int index = MONTHS.indexOf(month.toLowerCase(Locale.ROOT));
        if (index < 0 || offset == null) {
            return null;
        }
        try {
            int leapless = Math.min(59, Integer.parseInt(second));
            return OffsetDateTime.of(
                            year,
                            index + 1,
                            Integer.parseInt(day),
                            Integer.parseInt(hour),
                            Integer.parseInt(minute),
                            leapless,
                            0,
                            offset)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** @return null for a name that only Angus may know */
    private static ZoneOffset offset(String numeric, String name) {
        if (numeric != null) {
            int value = Integer.parseInt(numeric.substring(1));
            int minutes = value / 100 * 60 + value % 100;
            return minutes > 18 * 60
                    ? ZoneOffset.UTC
                    : ZoneOffset.ofTotalSeconds((numeric.charAt(0) == '-' ? -60 : 60) * minutes);
        }
        if (name == null
                || name.equalsIgnoreCase("gmt")
                || name.equalsIgnoreCase("utc")
                || name.equalsIgnoreCase("z")) {
            return ZoneOffset.UTC;
        }
        Integer hours = ZONES.get(name.toLowerCase(Locale.ROOT));
        return hours == null ? null : ZoneOffset.ofHours(hours);
    }

    private static Instant iso(String text) {
        try {
            return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant angus(String text) {
        Date date = new MailDateFormat().parse(text, new ParsePosition(0));
        return date == null ? null : date.toInstant();
    }
}
