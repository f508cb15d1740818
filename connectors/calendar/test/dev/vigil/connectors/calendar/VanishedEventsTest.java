package dev.vigil.connectors.calendar;

import static dev.vigil.connectors.calendar.Ics.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.core.fact.Arrival;
import dev.vigil.core.fact.CalendarItem;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a file said before and says no more. */
class VanishedEventsTest extends CalendarFolder {
    @Test
    void an_event_that_vanished_from_its_file_is_cancelled_and_comes_back_when_it_does() throws IOException {
        write("a.ics", MONDAY, DENTIST, PARTY, SERIES);
        List<CalendarItem> revisions = new ArrayList<>(items(look()));
        write("a.ics", TUESDAY, PARTY);
        List<Arrival> gone = look();
        assertThat(gone)
                .extracting(each -> each.at() + " " + item(each).summary() + " "
                        + item(each).cancelled())
                .containsExactlyInAnyOrder(TUESDAY + " Dentist true", TUESDAY + " Choir true");
        revisions.addAll(items(gone));
        assertThat(starts(revisions.stream()
                        .filter(each -> each.uid().equals("choir"))
                        .toList()))
                .isEmpty();
        assertThat(look()).isEmpty();

        write("a.ics", WEDNESDAY, PARTY, DENTIST);
        List<Arrival> back = look();
        assertThat(back).singleElement().satisfies(each -> {
            assertThat(each.at()).isEqualTo(WEDNESDAY);
            assertThat(item(each).cancelled()).isFalse();
        });
        revisions.addAll(items(back));
        assertThat(starts(revisions.stream()
                        .filter(each -> each.uid().equals("dentist"))
                        .toList()))
                .containsExactly("2026-12-10T09:00");
    }

    @Test
    void what_is_over_may_vanish_unnoticed() throws IOException {
        write(
                "a.ics",
                MONDAY,
                event("past", STAMPED + "DTSTART:20261105T090000Z"),
                event("done", STAMPED + "DTSTART:20261105T090000Z\nRRULE:FREQ=DAILY;COUNT=3"),
                PARTY);
        look();
        write("a.ics", TUESDAY, PARTY);
        assertThat(look()).isEmpty();
    }

    @Test
    void an_event_that_moved_to_another_file_has_not_vanished() throws IOException {
        write("a.ics", MONDAY, DENTIST, PARTY);
        write("b.ics", MONDAY, SERIES);
        look();
        write("a.ics", TUESDAY, PARTY);
        write("b.ics", TUESDAY, SERIES, DENTIST);
        assertThat(look()).noneMatch(each -> item(each).cancelled());
    }

    @Test
    void nothing_vanishes_with_its_file_nor_from_one_that_was_refused_in_part() throws IOException {
        write("a.ics", MONDAY, DENTIST);
        write("b.ics", MONDAY, PARTY, SERIES);
        look();
        Files.delete(folder.resolve("a.ics"));
        Files.writeString(folder.resolve("b.ics"), "BEGIN:VCALENDAR\n" + PARTY + "BEGIN:VEVENT\nUID:cho");
        assertThat(look()).isEmpty();
        assertThat(refused).containsExactly("b.ics:1 the file ends within this VCALENDAR");
        write("b.ics", WEDNESDAY, PARTY);
        assertThat(look())
                .as("whole again, and the series is missing")
                .singleElement()
                .satisfies(each -> assertThat(item(each).uid()).isEqualTo("choir"));
    }

    @Test
    void a_changed_occurrence_that_vanished_goes_back_to_its_series() throws IOException {
        String change = event(
                "choir",
                STAMPED
                        + "SUMMARY:Concert\nRECURRENCE-ID:20261207T190000Z\nDTSTART:20261207T170000Z\nDTEND:20261207T180000Z");
        write("a.ics", MONDAY, SERIES, change);
        List<CalendarItem> revisions = new ArrayList<>(items(look()));
        assertThat(starts(revisions)).contains("2026-12-07T17:00").doesNotContain("2026-12-07T19:00");
        write("a.ics", TUESDAY, SERIES);
        revisions.addAll(items(look()));
        assertThat(starts(revisions)).contains("2026-12-07T19:00").doesNotContain("2026-12-07T17:00");

        write("a.ics", WEDNESDAY, SERIES, change.replace("T17", "T16"));
        revisions.addAll(items(look()));
        assertThat(starts(revisions)).contains("2026-12-07T16:00").doesNotContain("2026-12-07T19:00");
        write("a.ics", WEDNESDAY.plusSeconds(60), SERIES.replace("RRULE", "EXDATE:20261207T190000Z\nRRULE"));
        revisions.addAll(items(look()));
        assertThat(starts(revisions)).noneMatch(each -> each.startsWith("2026-12-07"));
    }
}
