package dev.vigil.connectors.calendar;

import static dev.vigil.connectors.calendar.Ics.calendar;
import static dev.vigil.connectors.calendar.Ics.event;

import dev.vigil.core.fact.Arrival;
import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.port.Connector.Settings;
import dev.vigil.core.port.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** A folder of calendars that is looked at again and again. */
abstract class CalendarFolder {
    static final String STAMPED = "DTSTAMP:20261101T080000Z\n";
    static final String DENTIST =
            event("dentist", STAMPED + "SUMMARY:Dentist\nDTSTART:20261210T090000Z\nDTEND:20261210T100000Z");
    static final String PARTY = event("party", STAMPED + "SUMMARY:Party\nDTSTART:20261224T180000Z");
    static final String SERIES =
            event("choir", STAMPED + "SUMMARY:Choir\nDTSTART:20261102T190000Z\nDURATION:PT2H\nRRULE:FREQ=WEEKLY");
    static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");
    static final Instant TUESDAY = Instant.parse("2026-11-17T09:00:00Z");
    static final Instant WEDNESDAY = Instant.parse("2026-11-18T09:00:00Z");

    @TempDir
    Path folder;

    String cursor;
    final List<String> refused = new ArrayList<>();

    static CalendarItem item(Arrival arrival) {
        return (CalendarItem) arrival.fact();
    }

    static List<CalendarItem> items(List<Arrival> arrivals) {
        return arrivals.stream().map(CalendarFolder::item).toList();
    }

    static List<String> starts(List<CalendarItem> revisions) {
        return new IcalCalendars()
                .expand(revisions, MONDAY, Instant.parse("2027-01-01T00:00:00Z"), Ics.LONDON, 99).stream()
                        .map(each -> each.start().toLocalDateTime().toString())
                        .toList();
    }

    void write(String name, Instant at, String... events) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, calendar(events));
        Files.setLastModifiedTime(file, FileTime.from(at));
    }

    static Settings settings(String place, Map<String, String> options) {
        return new Settings("calendar", place, null, null, options);
    }

    /** A look by a source of its own, as after a restart: only the cursor is kept. */
    List<Arrival> look() {
        try (Source source = new CalendarConnector().open(settings(folder.toString(), Map.of()))) {
            return look(source);
        }
    }

    List<Arrival> look(Source source) {
        List<Arrival> arrivals = new ArrayList<>();
        source.look(cursor, new Source.Sink() {
            @Override
            public void arrived(Arrival arrival) {
                arrivals.add(arrival);
            }

            @Override
            public void refused(String where, String why) {
                refused.add(where + " " + why);
            }

            @Override
            public void reached(String reached) {
                cursor = reached;
            }
        });
        return arrivals;
    }
}
