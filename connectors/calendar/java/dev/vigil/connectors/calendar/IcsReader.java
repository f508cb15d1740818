package dev.vigil.connectors.calendar;

import dev.vigil.core.fact.CalendarItem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a calendar's text into revisions of events. */
final class IcsReader {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    /** Methods that ask or tell somebody else; they change nothing in a calendar. */
    private static final Set<String> ANSWERS = Set.of("REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH");

    private IcsReader() {}

    /**
     * Where a text comes from.
     *
     * @param method the METHOD that came along with it; null = what the text says
     * @param calendar the calendar's name where it has none itself
     * @param known when it was written or received
     * @param me the person's addresses, lower-case
     */
    record Origin(String method, String calendar, Instant known, Set<String> me) {}

    /** Revisions in the order written; one that cannot be read is refused and costs no other. */
    static List<CalendarItem> read(String text, Origin origin, Refusals refusals) {
        List<CalendarItem> items = new ArrayList<>();
        List<IcsComponent> calendars = IcsLines.read(text, refusals);
        if (calendars.isEmpty()) {
            refusals.lost(1, "no calendar: there is no BEGIN:VCALENDAR");
        }
        for (IcsComponent calendar : calendars) {
            String method = (origin.method() == null ? calendar.value("METHOD") : origin.method())
                    .strip()
                    .toUpperCase(Locale.ROOT);
            if (!ANSWERS.contains(method)) {
                EventReader reader = new EventReader(
                        new Zones(calendar), refusals, method, name(calendar, origin), origin.known(), origin.me());
                read(calendar, reader, refusals, items);
            }
        }
        return items;
    }

    /** UTF-8, or what a byte order mark says, or Windows' western letters if it is not UTF-8. */
    static String decode(byte[] bytes) {
        Charset charset = StandardCharsets.UTF_8;
        if (bytes.length > 1 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff) {
            charset = StandardCharsets.UTF_16BE;
        } else if (bytes.length > 1 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe) {
            charset = StandardCharsets.UTF_16LE;
        }
        String text;
        try {
            text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, WESTERN);
        }
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static void read(IcsComponent calendar, EventReader reader, Refusals refusals, List<CalendarItem> items) {
        for (IcsComponent each : calendar.children) {
            if (!each.name.equals("VEVENT")) {
                continue;
            }
            try {
                items.addAll(reader.read(each));
            } catch (IllegalArgumentException e) {
                refusals.lost(each.line, e.getMessage());
            } catch (DateTimeException | ArithmeticException e) {
                refusals.lost(each.line, "an event whose times cannot be reckoned");
            }
        }
    }

    private static String name(IcsComponent calendar, Origin origin) {
        String name = IcsValues.text(calendar.value("X-WR-CALNAME"), 300);
        name = name.isEmpty() ? IcsValues.text(calendar.value("NAME"), 300) : name;
        return name.isEmpty() ? origin.calendar() : name;
    }
}
