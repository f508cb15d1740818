package dev.vigil.connectors.calendar;

import static dev.vigil.connectors.calendar.Ics.LONDON;
import static dev.vigil.connectors.calendar.Ics.calendar;
import static dev.vigil.connectors.calendar.Ics.event;
import static dev.vigil.connectors.calendar.Ics.expand;
import static dev.vigil.connectors.calendar.Ics.read;
import static dev.vigil.connectors.calendar.Ics.starts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.fact.Occurrence;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IcalCalendarsTest {
    private static final String DAILY = "DTSTART;TZID=Europe/London:20261201T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY\n";
    private static final String FROM = "2026-12-01T00:00:00Z";
    private static final String TILL = "2026-12-05T00:00:00Z";

    private final IcalCalendars calendars = new IcalCalendars();

    @Test
    void the_highest_sequence_wins_then_the_newest_stamp_in_any_order() {
        List<CalendarItem> revisions = new ArrayList<>(read(calendar(
                event("a", "SUMMARY:first\nSEQUENCE:0\nDTSTAMP:20261101T000000Z\n" + DAILY),
                event("a", "SUMMARY:wins\nSEQUENCE:2\nDTSTAMP:20261103T000000Z\n" + DAILY),
                event("a", "SUMMARY:older\nSEQUENCE:2\nDTSTAMP:20261102T000000Z\n" + DAILY),
                event("a", "SUMMARY:late but low\nSEQUENCE:1\nDTSTAMP:20261109T000000Z\n" + DAILY))));
        for (int i = 0; i < 4; i++) {
            Collections.rotate(revisions, 1);
            assertThat(calendars.expand(revisions, Instant.parse(FROM), Instant.parse(TILL), LONDON, 9))
                    .hasSize(4)
                    .allMatch(each -> each.item().summary().equals("wins"));
        }
    }

    @Test
    void a_cancelled_series_cancels_all_and_a_later_revision_brings_it_back() {
        String series = event("a", "SEQUENCE:0\n" + DAILY);
        String gone = event("a", "SEQUENCE:1\nSTATUS:CANCELLED\n" + DAILY);
        String change = event("a", "SEQUENCE:0\nRECURRENCE-ID:20261202T090000Z\nDTSTART:20261202T120000Z");
        String back = event("a", "SEQUENCE:2\n" + DAILY);
        assertThat(starts(calendar(series, gone, change), FROM, TILL, 9)).isEmpty();
        assertThat(starts(calendar(series, gone, back), FROM, TILL, 9)).hasSize(4);
    }

    @Test
    void among_equal_revisions_a_cancellation_wins() {
        String series = event("a", DAILY);
        String gone = event("a", "STATUS:CANCELLED\n" + DAILY);
        assertThat(starts(calendar(series, gone), FROM, TILL, 9)).isEmpty();
        assertThat(starts(calendar(gone, series), FROM, TILL, 9)).isEmpty();
    }

    @Test
    void a_cancelled_occurrence_is_silent_until_a_higher_sequence_brings_it_back() {
        String gone =
                event("a", "SEQUENCE:1\nRECURRENCE-ID:20261202T090000Z\nSTATUS:CANCELLED\nDTSTART:20261202T090000Z");
        String back = event("a", "SEQUENCE:2\nRECURRENCE-ID:20261202T090000Z\nDTSTART:20261202T110000Z");
        assertThat(starts(calendar(event("a", DAILY), gone), FROM, TILL, 9))
                .containsExactly("2026-12-01T09:00", "2026-12-03T09:00", "2026-12-04T09:00");
        assertThat(starts(calendar(event("a", DAILY), gone, back), FROM, TILL, 9))
                .containsExactly("2026-12-01T09:00", "2026-12-02T11:00", "2026-12-03T09:00", "2026-12-04T09:00");
    }

    @Test
    void a_change_of_a_slot_that_is_no_more_stands_unless_the_series_was_rescheduled() {
        String change = event("a", "SEQUENCE:1\nRECURRENCE-ID:20261202T080000Z\nDTSTART:20261202T200000Z");
        assertThat(starts(calendar(event("a", "SEQUENCE:1\n" + DAILY), change), FROM, TILL, 9))
                .contains("2026-12-02T20:00");
        assertThat(starts(calendar(event("a", "SEQUENCE:2\n" + DAILY), change), FROM, TILL, 9))
                .doesNotContain("2026-12-02T20:00");
    }

    @Test
    void an_exception_put_after_a_change_takes_it_away() {
        String change =
                event("a", "DTSTAMP:20261102T000000Z\nRECURRENCE-ID:20261202T090000Z\nDTSTART:20261202T200000Z");
        String before = event("a", "DTSTAMP:20261101T000000Z\nEXDATE:20261202T090000Z\n" + DAILY);
        String after = event("a", "DTSTAMP:20261103T000000Z\nEXDATE:20261202T090000Z\n" + DAILY);
        assertThat(starts(calendar(before, change), FROM, TILL, 9)).contains("2026-12-02T20:00");
        assertThat(starts(calendar(after, change), FROM, TILL, 9)).doesNotContain("2026-12-02T20:00");
    }

    @Test
    void changes_without_their_series_take_place_by_themselves() {
        String change = event(
                "a",
                "RECURRENCE-ID;TZID=America/New_York:20261202T040000\n"
                        + "DTSTART;TZID=Europe/London:20261202T110000\nDURATION:PT30M");
        assertThat(expand(calendar(change), FROM, TILL, 9)).singleElement().satisfies(each -> {
            assertThat(each.slot()).isEqualTo(LocalDateTime.parse("2026-12-02T09:00"));
            assertThat(each.start().toLocalDateTime()).isEqualTo("2026-12-02T11:00");
            assertThat(each.cause()).isEqualTo("calendar:a#2026-12-02T09:00");
        });
    }

    @Test
    void the_id_of_an_occurrence_stays_while_it_moves() {
        String change = event("a", "SEQUENCE:1\nRECURRENCE-ID:20261202T090000Z\nDTSTART:20261203T170000Z");
        assertThat(expand(calendar(event("a", DAILY)), FROM, TILL, 9))
                .extracting(Occurrence::cause)
                .contains("calendar:a#2026-12-02T09:00");
        assertThat(expand(calendar(event("a", DAILY), change), FROM, TILL, 9))
                .filteredOn(each -> each.item().sequence() == 1)
                .extracting(Occurrence::cause)
                .containsExactly("calendar:a#2026-12-02T09:00");
    }

    @Test
    void a_window_holds_what_touches_it() {
        String single = calendar(event("a", "DTSTART:20261201T090000Z\nDTEND:20261201T110000Z"));
        String moment = calendar(event("a", "DTSTART:20261201T090000Z"));
        assertThat(starts(single, "2026-12-01T10:00:00Z", "2026-12-01T10:01:00Z", 9))
                .hasSize(1);
        assertThat(starts(single, "2026-12-01T11:00:00Z", "2026-12-01T12:00:00Z", 9))
                .isEmpty();
        assertThat(starts(single, "2026-12-01T08:00:00Z", "2026-12-01T09:00:00Z", 9))
                .isEmpty();
        assertThat(starts(moment, "2026-12-01T09:00:00Z", "2026-12-01T09:01:00Z", 9))
                .hasSize(1);
        assertThat(starts(moment, "2026-12-01T08:00:00Z", "2026-12-01T09:00:00Z", 9))
                .isEmpty();
    }

    @Test
    void a_long_occurrence_that_began_before_the_window_is_found() {
        String holiday =
                calendar(event("a", "DTSTART;VALUE=DATE:20251220\nDTEND;VALUE=DATE:20260110\nRRULE:FREQ=YEARLY"));
        assertThat(starts(holiday, "2027-01-08T00:00:00Z", "2027-01-09T00:00:00Z", 9))
                .containsExactly("2026-12-20T00:00");
    }

    @Test
    void at_most_so_many_are_found_from_the_start_of_the_window() {
        assertThat(starts(calendar(event("a", DAILY)), "2027-03-01T00:00:00Z", "9000-01-01T00:00:00Z", 2))
                .containsExactly("2027-03-01T09:00", "2027-03-02T09:00");
        String change = event("a", "RECURRENCE-ID:20280101T090000Z\nDTSTART:20270301T080000Z");
        assertThat(starts(calendar(event("a", DAILY), change), "2027-03-01T00:00:00Z", "9000-01-01T00:00:00Z", 2))
                .containsExactly("2027-03-01T08:00", "2027-03-01T09:00");
    }

    @Test
    void all_day_and_floating_events_are_where_the_person_is() {
        List<CalendarItem> items =
                read(calendar(event("a", "DTSTART;VALUE=DATE:20261201"), event("b", "DTSTART:20261201T080000")));
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        for (CalendarItem item : items) {
            Occurrence there = calendars
                    .expand(List.of(item), Instant.parse("2026-11-30T15:00:00Z"), Instant.parse(TILL), tokyo, 1)
                    .get(0);
            assertThat(there.start().getZone()).isEqualTo(tokyo);
            assertThat(there.start().toLocalDateTime()).isEqualTo(item.start().local());
            assertThat(there.slot()).isNull();
        }
        assertThat(calendars
                        .expand(items.subList(0, 1), Instant.parse(FROM), Instant.parse(TILL), tokyo, 1)
                        .get(0))
                .satisfies(each -> assertThat(each.allDay()).isTrue());
    }

    @Test
    void all_day_exceptions_and_changes_are_met_however_they_are_written() {
        String series = "DTSTART;VALUE=DATE:20261201\nRRULE:FREQ=DAILY;COUNT=4\nEXDATE:20261202T000000Z";
        String change = event("a", "RECURRENCE-ID:20261203T000000Z\nDTSTART;VALUE=DATE:20261210");
        assertThat(starts(calendar(event("a", series), change), FROM, "2027-01-01T00:00:00Z", 9))
                .containsExactly("2026-12-01T00:00", "2026-12-04T00:00", "2026-12-10T00:00");
        String timed = DAILY + "EXDATE;VALUE=DATE:20261202";
        assertThat(starts(calendar(event("a", timed)), FROM, TILL, 9)).doesNotContain("2026-12-02T09:00");
    }

    @Test
    void a_change_from_a_slot_on_may_be_cancelled_and_may_bring_its_own_dates() {
        String gone = event(
                "a", "RECURRENCE-ID;RANGE=THISANDFUTURE:20261203T090000Z\nSTATUS:CANCELLED\nDTSTART:20261203T090000Z");
        assertThat(starts(calendar(event("a", DAILY), gone), FROM, "2027-01-01T00:00:00Z", 99))
                .containsExactly("2026-12-01T09:00", "2026-12-02T09:00");
        String dates = event(
                "a",
                "RECURRENCE-ID;RANGE=THISANDFUTURE:20261203T090000Z\nDTSTART:20261203T090000Z\n"
                        + "RDATE:20261203T090000Z,20261220T150000Z");
        String series = DAILY.replace("DAILY", "DAILY;COUNT=3");
        assertThat(starts(calendar(event("a", series), dates), FROM, "2027-01-01T00:00:00Z", 99))
                .containsExactly("2026-12-01T09:00", "2026-12-02T09:00", "2026-12-03T09:00", "2026-12-20T15:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=SECONDLY",
                "FREQ=SECONDLY;COUNT=1000000000",
                "FREQ=MINUTELY;COUNT=1000000000",
                "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=DAILY;COUNT=1000000000",
                "FREQ=DAILY;INTERVAL=1000000000",
                "FREQ=YEARLY;INTERVAL=99999999999999999999",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;BYSETPOS=-1",
                "FREQ=HOURLY;BYSETPOS=2;BYMINUTE=1",
                "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23;BYMINUTE=0,1,2,3,4,5,6,7,8,9;BYSECOND=0,10,20,30,40,50",
                "FREQ=MINUTELY;BYDAY=MO;BYMONTH=1;BYMONTHDAY=1;COUNT=1000000"
            })
    void no_rule_however_large_hangs_and_none_hides_the_first_occurrence(String rule) {
        String event = calendar(event("a", "DTSTART:19700101T090000Z\nDURATION:PT1M\nRRULE:" + rule));
        assertThat(starts(event, "1970-01-01T00:00:00Z", "9999-12-31T00:00:00Z", 5))
                .contains("1970-01-01T10:00");
        assertThat(starts(event, "2026-12-01T00:00:00Z", "9999-12-31T00:00:00Z", 5))
                .hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void a_window_far_from_the_start_is_reached_in_step() {
        String old = "DTSTART;TZID=Europe/London:19700105T090000\nRRULE:";
        String from = "2026-12-01T00:00:00Z";
        String till = "2027-12-01T00:00:00Z";
        assertThat(starts(calendar(event("a", old + "FREQ=DAILY;INTERVAL=3")), from, till, 2))
                .containsExactly("2026-12-01T09:00", "2026-12-04T09:00");
        assertThat(starts(calendar(event("a", old + "FREQ=WEEKLY;INTERVAL=2")), from, till, 1))
                .containsExactly("2026-12-07T09:00");
        assertThat(starts(calendar(event("a", old + "FREQ=SECONDLY;INTERVAL=7")), from, till, 2))
                .hasSize(2);
        assertThat(starts(calendar(event("a", old + "FREQ=DAILY;COUNT=30000")), from, till, 1))
                .containsExactly("2026-12-01T09:00");
        assertThat(starts(calendar(event("a", old + "FREQ=DAILY;COUNT=20000")), from, till, 1))
                .isEmpty();
    }

    @Test
    void the_start_counts_as_the_first_though_the_rule_does_not_name_it() {
        String thursdays = "DTSTART:20261201T090000Z\nRRULE:FREQ=WEEKLY;COUNT=3;BYDAY=TH";
        assertThat(starts(calendar(event("a", thursdays)), FROM, "2027-12-01T00:00:00Z", 9))
                .containsExactly("2026-12-01T09:00", "2026-12-03T09:00", "2026-12-10T09:00");
    }

    @Test
    void nothing_is_found_of_nothing() {
        assertThat(calendars.expand(List.of(), Instant.MIN, Instant.MAX, LONDON, 9))
                .isEmpty();
        List<CalendarItem> items = read(calendar(event("a", DAILY)));
        assertThat(calendars.expand(items, Instant.MIN, Instant.MAX, LONDON, 3)).hasSize(3);
        assertThat(calendars.expand(items, Instant.parse(TILL), Instant.parse(FROM), LONDON, 3))
                .isEmpty();
    }
}
