package dev.vigil.connectors.calendar;

import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.fact.Occurrence;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Short ways to write calendars in tests. */
final class Ics {
    static final ZoneId LONDON = ZoneId.of("Europe/London");
    static final Instant RECEIVED = Instant.parse("2026-11-21T10:00:00Z");

    private Ics() {}

    static String calendar(String... events) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\n" + String.join("", events) + "END:VCALENDAR\n";
    }

    /** An event with this UID; {@code lines} are separated by line ends. */
    static String event(String uid, String lines) {
        return "BEGIN:VEVENT\nUID:" + uid + "\n" + lines.strip() + "\nEND:VEVENT\n";
    }

    static List<CalendarItem> read(String text) {
        return read(text, new Refusals());
    }

    static List<CalendarItem> read(String text, Refusals refusals) {
        return IcsReader.read(text, new IcsReader.Origin(null, "work", RECEIVED, Set.of()), refusals);
    }

    static CalendarItem one(String lines) {
        List<CalendarItem> items = read(calendar(event("one", lines)));
        if (items.size() != 1) {
            throw new AssertionError("one event expected, not " + items);
        }
        return items.get(0);
    }

    /** Starts of the occurrences in London, as local times. */
    static List<String> starts(String text, String from, String till, int max) {
        return expand(text, from, till, max).stream()
                .map(each -> each.start().toLocalDateTime().toString())
                .collect(Collectors.toList());
    }

    static List<Occurrence> expand(String text, String from, String till, int max) {
        return new IcalCalendars().expand(read(text), Instant.parse(from), Instant.parse(till), LONDON, max);
    }
}
