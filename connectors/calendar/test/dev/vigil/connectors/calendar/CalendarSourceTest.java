package dev.vigil.connectors.calendar;

import static dev.vigil.connectors.calendar.Ics.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.core.Trouble;
import dev.vigil.core.fact.Arrival;
import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.port.Source;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarSourceTest extends CalendarFolder {
    @Test
    void a_first_look_brings_every_event_oldest_first_and_a_second_none() throws IOException {
        write("work.ics", MONDAY, DENTIST, event("old", "DTSTAMP:20261001T080000Z\nDTSTART:20261005T090000Z"));
        write("private/family.ics", MONDAY, PARTY);
        write("notes.txt", MONDAY, SERIES);
        write(".trash/gone.ics", MONDAY, SERIES);
        assertThat(look())
                .extracting(each ->
                        each.at() + " " + item(each).uid() + " " + item(each).calendar())
                .containsExactly(
                        "2026-10-01T08:00:00Z old work",
                        "2026-11-01T08:00:00Z party family",
                        "2026-11-01T08:00:00Z dentist work");
        assertThat(look()).isEmpty();
        assertThat(refused).isEmpty();
    }

    @Test
    void a_revision_becomes_known_when_it_says_or_else_when_the_file_was_written() throws IOException {
        write(
                "a.ics",
                MONDAY,
                event("modified", "DTSTAMP:20261101T080000Z\nLAST-MODIFIED:20261102T080000Z\nDTSTART:20261210T090000Z"),
                event("unstamped", "DTSTART:20261210T090000Z"));
        assertThat(look())
                .extracting(each -> each.at().toString())
                .containsExactly("2026-11-02T08:00:00Z", MONDAY.toString());
    }

    @Test
    void ids_stay_when_everything_is_read_again() throws IOException {
        write("a.ics", MONDAY, DENTIST, SERIES);
        List<String> first = look().stream().map(Arrival::id).toList();
        cursor = null;
        assertThat(look()).extracting(Arrival::id).isEqualTo(first);
        cursor = "of another version";
        assertThat(look()).extracting(Arrival::id).isEqualTo(first);
        Files.move(folder.resolve("a.ics"), folder.resolve("b.ics"));
        assertThat(look()).extracting(Arrival::id).isEqualTo(first);
    }

    @Test
    void only_what_changed_in_a_file_is_reported() throws IOException {
        write("a.ics", MONDAY, DENTIST, PARTY);
        look();
        write(
                "a.ics",
                TUESDAY,
                DENTIST.replace("SUMMARY:Dentist", "LAST-MODIFIED:20261117T070000Z\nSUMMARY:Dentist, later")
                        .replace("T09", "T11")
                        .replace("T10", "T12"),
                PARTY.replace("DTSTAMP:20261101", "DTSTAMP:20261117"));
        assertThat(look()).singleElement().satisfies(each -> {
            assertThat(item(each).summary()).isEqualTo("Dentist, later");
            assertThat(each.at()).isEqualTo("2026-11-17T07:00:00Z");
        });
    }

    @Test
    void a_change_without_a_newer_stamp_takes_the_time_of_the_file_so_that_it_wins() throws IOException {
        write("a.ics", MONDAY, DENTIST);
        List<CalendarItem> revisions = new ArrayList<>(items(look()));
        write("a.ics", TUESDAY, DENTIST.replace("T09", "T15").replace("T10", "T16"));
        revisions.addAll(items(look()));
        assertThat(revisions.get(1).stamp()).isEqualTo(TUESDAY);
        write("a.ics", WEDNESDAY, DENTIST);
        revisions.addAll(items(look()));
        assertThat(revisions.get(2).stamp()).isEqualTo(WEDNESDAY);
        assertThat(starts(revisions)).containsExactly("2026-12-10T09:00");
    }

    @Test
    void a_bad_file_costs_no_other_and_is_refused_once() throws IOException {
        write("a.ics", MONDAY, event("broken", "SUMMARY:no start"), DENTIST);
        Files.writeString(folder.resolve("b.ics"), "this is no calendar");
        try (RandomAccessFile huge =
                new RandomAccessFile(folder.resolve("c.ics").toFile(), "rw")) {
            huge.setLength(1L << 30); // one line of a gigabyte, as a sparse file
        }
        write("d.ics", MONDAY, PARTY);
        assertThat(look()).extracting(each -> item(each).uid()).containsExactly("dentist", "party");
        assertThat(refused)
                .containsExactly(
                        "a.ics:3 an event without a start",
                        "b.ics:1 no calendar: there is no BEGIN:VCALENDAR",
                        "c.ics larger than 50 MiB");
        refused.clear();
        assertThat(look()).isEmpty();
        assertThat(refused).isEmpty();
    }

    @Test
    void attachments_and_addresses_are_never_followed() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        write(
                "a.ics",
                MONDAY,
                event(
                        "bait",
                        STAMPED + "DTSTART:20261210T090000Z\nSUMMARY:Bait\nATTACH:" + secret.toUri()
                                + "\nATTACH:http://127.0.0.1:9/x\nURL:http://127.0.0.1:9/y\nDESCRIPTION;ALTREP=\""
                                + secret.toUri() + "\":none"));
        assertThat(look())
                .singleElement()
                .satisfies(each -> assertThat(item(each).toString()).doesNotContain("secret"));
    }

    @Test
    void a_single_file_is_a_source_too_and_may_be_given_a_name() throws IOException {
        write("a.ics", MONDAY, "X-WR-CALNAME:Long and official\n" + DENTIST);
        Source source =
                new CalendarConnector().open(settings(folder.resolve("a.ics").toString(), Map.of("name", "Work")));
        assertThat(items(look(source))).extracting(CalendarItem::calendar).containsExactly("Work");
    }

    @Test
    void the_person_is_known_by_the_option_me() throws IOException {
        write(
                "a.ics",
                MONDAY,
                event(
                        "a",
                        STAMPED
                                + "DTSTART:20261210T090000Z\nATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:you@example.org\nATTENDEE;PARTSTAT=ACCEPTED:mailto:me@example.org"));
        Source source = new CalendarConnector()
                .open(settings(folder.toString(), Map.of("me", "me@example.org, other@example.org")));
        assertThat(items(look(source)))
                .singleElement()
                .satisfies(each -> assertThat(each.invitation()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/no/such/calendar.ics",
                "https://example.org/a.ics",
                "webcal://example.org/a.ics",
                "a\u0000b"
            })
    void a_place_that_cannot_be_read_is_refused_with_a_sentence(String place) {
        assertThatThrownBy(() -> new CalendarConnector().open(settings(place, Map.of())))
                .isInstanceOf(Trouble.class)
                .hasMessageEndingWith(".");
    }

    @Test
    void settings_that_mean_nothing_are_refused() {
        assertThatThrownBy(() -> new CalendarConnector().open(settings(folder.toString(), Map.of("folder", "x"))))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("folder");
    }

    @Test
    void a_place_that_went_away_is_told_at_the_look() throws IOException {
        write("a.ics", MONDAY, DENTIST);
        Source source =
                new CalendarConnector().open(settings(folder.resolve("a.ics").toString(), Map.of()));
        Files.delete(folder.resolve("a.ics"));
        assertThatThrownBy(() -> look(source)).isInstanceOf(Trouble.class).hasMessageEndingWith(".");
    }
}
