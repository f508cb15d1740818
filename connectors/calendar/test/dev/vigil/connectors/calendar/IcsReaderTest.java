package dev.vigil.connectors.calendar;

import static dev.vigil.connectors.calendar.Ics.calendar;
import static dev.vigil.connectors.calendar.Ics.event;
import static dev.vigil.connectors.calendar.Ics.one;
import static dev.vigil.connectors.calendar.Ics.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.core.fact.Address;
import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.fact.When;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IcsReaderTest {
    private static final String START = "DTSTART;TZID=Europe/London:20261201T090000\n";

    @Test
    void an_event_is_read_with_all_that_matters() {
        CalendarItem item = one("""
                SEQUENCE:3
                DTSTAMP:20261101T080000Z
                LAST-MODIFIED:20261102T080000Z
                SUMMARY:Dentist\\, Dr. Ek
                LOCATION:High Street 1\\nfirst floor
                DESCRIPTION:Bring the c
                 ard
                ORGANIZER;CN="Ek, Anna":mailto:Anna@Example.org
                ATTENDEE;CN=Bo;PARTSTAT=ACCEPTED:MAILTO:bo@example.org
                ATTENDEE;EMAIL=cy@example.org:urn:uuid:1
                ATTENDEE:mailto:anna@example.org
                DTSTART;TZID=Europe/London:20261201T090000
                DURATION:PT45M
                TRANSP:TRANSPARENT
                RRULE:FREQ=DAILY
                EXDATE;TZID=Europe/London:20261202T090000,20261203T090000
                """);
        assertThat(item.uid()).isEqualTo("one");
        assertThat(item.sequence()).isEqualTo(3);
        assertThat(item.stamp()).isEqualTo("2026-11-02T08:00:00Z");
        assertThat(item.calendar()).isEqualTo("work");
        assertThat(item.summary()).isEqualTo("Dentist, Dr. Ek");
        assertThat(item.location()).isEqualTo("High Street 1\nfirst floor");
        assertThat(item.description()).isEqualTo("Bring the card");
        assertThat(item.people())
                .containsExactly(
                        new Address("Ek, Anna", "anna@example.org"),
                        new Address("Bo", "bo@example.org"),
                        new Address("", "cy@example.org"));
        assertThat(item.start()).isEqualTo(when("2026-12-01T09:00", "Europe/London"));
        assertThat(item.end()).isEqualTo(when("2026-12-01T09:45", "Europe/London"));
        assertThat(item.transparent()).isTrue();
        assertThat(item.cancelled()).isFalse();
        assertThat(item.invitation()).isFalse();
        assertThat(item.repeats().rules()).containsExactly("FREQ=DAILY");
        assertThat(item.repeats().except()).hasSize(2);
        assertThat(item.cause()).isEqualTo("calendar:one");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            DTSTART:20261201T090000Z                             |                                  | 2026-12-01T09:00[Z]              | 2026-12-01T09:00[Z]
            DTSTART:20261201T090000                              | DTEND:20261201T100000            | 2026-12-01T09:00                 | 2026-12-01T10:00
            DTSTART;TZID=Europe/London:20261201T090000           | DTEND:20261201T100000Z           | 2026-12-01T09:00[Europe/London]  | 2026-12-01T10:00[Z]
            DTSTART;VALUE=DATE:20261201                          |                                  | 2026-12-01T00:00D                | 2026-12-02T00:00D
            DTSTART:20261201                                     | DTEND:20261201                   | 2026-12-01T00:00D                | 2026-12-02T00:00D
            DTSTART;VALUE=DATE:20261201                          | DURATION:P3D                     | 2026-12-01T00:00D                | 2026-12-04T00:00D
            DTSTART;VALUE=DATE:20261201T000000                   | DTEND;VALUE=DATE:20261203T000000 | 2026-12-01T00:00D                | 2026-12-03T00:00D
            DTSTART:20261201T090000Z                             | DTEND:20261130T090000Z           | 2026-12-01T09:00[Z]              | 2026-12-01T09:00[Z]
            DTSTART:20261201T090000Z                             | DURATION:-PT1H                   | 2026-12-01T09:00[Z]              | 2026-12-01T09:00[Z]
            DTSTART;TZID=Europe/London:20261024T120000           | DURATION:P1D                     | 2026-10-24T12:00[Europe/London]  | 2026-10-25T12:00[Europe/London]
            DTSTART;TZID=Europe/London:20261024T120000           | DURATION:PT24H                   | 2026-10-24T12:00[Europe/London]  | 2026-10-25T11:00[Europe/London]
            DTSTART;TZID=Europe/London:20261020T120000           | DURATION:PT24H                   | 2026-10-20T12:00[Europe/London]  | 2026-10-21T11:00[Z]
            DTSTART:2026-12-01T09:00:00Z                         |                                  | 2026-12-01T09:00[Z]              | 2026-12-01T09:00[Z]
            DTSTART:20261201T240000                              |                                  | 2026-12-02T00:00                 | 2026-12-02T00:00
            """)
    void times_are_read_as_written(String start, String end, String expectedStart, String expectedEnd) {
        CalendarItem item = one(start + "\n" + (end == null ? "" : end));
        assertThat(Digests.written(item.start())).isEqualTo(expectedStart);
        assertThat(Digests.written(item.end())).isEqualTo(expectedEnd);
    }

    @Test
    void one_bad_event_costs_no_other_and_says_where_and_why() {
        Refusals refusals = new Refusals();
        List<CalendarItem> items = read(
                calendar(
                        event("good", START),
                        event("no-start", "SUMMARY:When?"),
                        event("no-date", "DTSTART:next year"),
                        event("half-good", START + "RRULE:FREQ=SOMETIMES\nEXDATE:never,20261202T090000Z"),
                        event("last", START)),
                refusals);
        assertThat(items).extracting(CalendarItem::uid).containsExactly("good", "half-good", "last");
        assertThat(items.get(1).repeats().except()).hasSize(1);
        assertThat(refusals.isComplete()).isFalse();
        assertThat(refusals.all())
                .extracting(each -> each.line() + " " + each.why())
                .containsExactly(
                        "7 an event without a start",
                        "11 “next year” is no date",
                        "19 EXDATE: “never” is no date; it was left out",
                        "18 a recurrence rule without a known FREQ; the event was taken without it");
    }

    @Test
    void lines_that_mean_nothing_are_read_over() {
        String text = calendar(
                event(
                        "one",
                        START
                                + "DESCRIPTION:Dear all\nplease bring cake\nSUMMARY:Party\nBEGIN:VALARM\nTRIGGER:soon\nEND:VALRAM\nEND:VALARM"));
        assertThat(read(text)).singleElement().satisfies(item -> {
            assertThat(item.summary()).isEqualTo("Party");
            assertThat(item.description()).isEqualTo("Dear all\nplease bring cake");
        });
    }

    @Test
    void an_event_whose_end_line_is_missing_is_kept_but_one_cut_off_by_the_end_of_the_file_is_not() {
        Refusals refusals = new Refusals();
        String text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:unclosed\n" + START + event("whole", START)
                + "BEGIN:VEVENT\nUID:cut\n" + START;
        assertThat(read(text, refusals)).extracting(CalendarItem::uid).containsExactly("unclosed", "whole");
        assertThat(refusals.isComplete()).isFalse();
    }

    @Test
    void a_calendar_is_named_by_itself_or_else_by_its_file() {
        assertThat(read(calendar("X-WR-CALNAME:Family\n", event("one", START)))
                        .get(0)
                        .calendar())
                .isEqualTo("Family");
        assertThat(one(START).calendar()).isEqualTo("work");
    }

    @Test
    void an_event_without_uid_gets_one_that_stays() {
        String text = calendar("BEGIN:VEVENT\n" + START + "SUMMARY:a\nEND:VEVENT\n");
        assertThat(read(text).get(0).uid())
                .startsWith("without-uid-")
                .isEqualTo(read(text).get(0).uid());
    }

    @ParameterizedTest
    @CsvSource({
        "REQUEST,true,false,1",
        "CANCEL,false,true,1",
        "PUBLISH,false,false,1",
        "REPLY,,,0",
        "COUNTER,,,0",
        "refresh,,,0"
    })
    void the_method_says_what_a_mail_brings(String method, Boolean invitation, Boolean cancelled, int many) {
        List<CalendarItem> items =
                CalendarConnector.parse(calendar(event("one", START)), method, "mail", Ics.RECEIVED, Set.of());
        assertThat(items).hasSize(many).allSatisfy(item -> {
            assertThat(item.invitation()).isEqualTo(invitation);
            assertThat(item.cancelled()).isEqualTo(cancelled);
            assertThat(item.stamp()).isEqualTo(Ics.RECEIVED);
        });
        String inside = "METHOD:" + method + "\n";
        assertThat(read(calendar(inside, event("one", START)))).hasSize(many);
    }

    @Test
    void a_cancellation_needs_no_start() {
        assertThat(CalendarConnector.parse(
                        calendar(event("one", "SEQUENCE:2\nRECURRENCE-ID:20261201T090000Z")),
                        "CANCEL",
                        "mail",
                        Ics.RECEIVED,
                        Set.of()))
                .singleElement()
                .satisfies(item -> assertThat(item.start()).isEqualTo(item.recurrenceId()));
    }

    @Test
    void an_invitation_is_one_that_the_person_has_not_answered() {
        String asked = event(
                "one",
                START + "ORGANIZER:mailto:boss@example.org\nATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:me@example.org\n"
                        + "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:you@example.org");
        String accepted = asked.replace("NEEDS-ACTION:mailto:me", "ACCEPTED:mailto:me");
        String declined = asked.replace("NEEDS-ACTION:mailto:me", "DECLINED:mailto:me");
        String own = asked.replace("ORGANIZER:mailto:boss", "ORGANIZER:mailto:me");
        Set<String> me = Set.of("ME@example.org");
        assertThat(parsed(asked, me).invitation()).isTrue();
        assertThat(parsed(accepted, me).invitation()).isFalse();
        assertThat(parsed(declined, me).invitation()).isFalse();
        assertThat(parsed(declined, me).transparent()).isTrue();
        assertThat(parsed(own, me).invitation()).isFalse();
        assertThat(parsed(accepted, Set.of()).invitation())
                .as("who the person is is not known")
                .isTrue();
    }

    @Test
    void periods_of_another_length_become_changed_occurrences() {
        List<CalendarItem> items = read(
                calendar(
                        event(
                                "one",
                                "DTSTART:20261201T090000Z\nDURATION:PT1H\nRDATE;VALUE=PERIOD:20261202T090000Z/PT1H,20261203T090000Z/PT3H")));
        assertThat(items).hasSize(2);
        assertThat(items.get(0).repeats().extra()).hasSize(2);
        assertThat(items.get(1).recurrenceId()).isEqualTo(items.get(1).start());
        assertThat(items.get(1).end().local()).isEqualTo("2026-12-03T12:00");
    }

    @Test
    void letters_are_read_in_utf_8_or_with_a_byte_order_mark_or_as_western_ones() {
        String text = calendar(event("one", START + "SUMMARY:Füße"));
        byte[] marked = ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE);
        for (byte[] bytes : List.of(
                text.getBytes(StandardCharsets.UTF_8),
                ("\ufeff" + text).getBytes(StandardCharsets.UTF_8),
                text.getBytes(StandardCharsets.ISO_8859_1),
                marked)) {
            assertThat(read(IcsReader.decode(bytes)))
                    .singleElement()
                    .satisfies(item -> assertThat(item.summary()).isEqualTo("Füße"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "BEGIN:VEVENT", "BEGIN:VCARD\nFN:me\nEND:VCARD"})
    void what_is_no_calendar_is_refused(String text) {
        Refusals refusals = new Refusals();
        assertThat(read(text, refusals)).isEmpty();
        assertThat(refusals.isComplete()).isFalse();
        assertThat(refusals.all()).isNotEmpty();
    }

    private static CalendarItem parsed(String event, Set<String> me) {
        return CalendarConnector.parse(calendar(event), null, "mail", Instant.EPOCH, me)
                .get(0);
    }

    private static When when(String local, String zone) {
        return new When(LocalDateTime.parse(local), ZoneId.of(zone), false);
    }

    @Test
    void a_time_in_utc_keeps_utc_as_its_zone() {
        assertThat(one("DTSTART:20261201T090000Z").start().zone()).isEqualTo(ZoneOffset.UTC);
    }
}
