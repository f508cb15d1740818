package dev.vigil.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.core.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleClockTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    /** A Saturday. */
    private static final String SATURDAY = "2026-11-21T10:00";

    private final RuleClock clock = new RuleClock();

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            FREQ=DAILY                                         | 08:00       | 2026-11-22T08:00 2026-11-23T08:00
            FREQ=DAILY                                         | 20:00       | 2026-11-21T20:00 2026-11-22T20:00
            FREQ=DAILY                                         | 09:00 21:00 | 2026-11-21T21:00 2026-11-22T09:00 2026-11-22T21:00
            FREQ=DAILY;INTERVAL=2                              | 08:00       | 2026-11-22T08:00 2026-11-24T08:00
            FREQ=DAILY;INTERVAL=2                              | 20:00       | 2026-11-21T20:00 2026-11-23T20:00
            FREQ=DAILY;INTERVAL=2                              | 08:00 20:00 | 2026-11-21T20:00 2026-11-23T08:00 2026-11-23T20:00
            FREQ=WEEKLY;INTERVAL=2;BYDAY=TU                    | 08:00       | 2026-11-24T08:00 2026-12-08T08:00 2026-12-22T08:00
            FREQ=WEEKLY;INTERVAL=2;BYDAY=SA                    | 09:00       | 2026-11-28T09:00 2026-12-12T09:00
            FREQ=WEEKLY;INTERVAL=2;BYDAY=SA                    | 10:01       | 2026-11-21T10:01 2026-12-05T10:01
            FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH                 | 08:00       | 2026-11-23T08:00 2026-11-26T08:00 2026-12-07T08:00
            FREQ=WEEKLY;INTERVAL=3;BYDAY=SU                    | 08:00       | 2026-11-22T08:00 2026-12-13T08:00
            FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR                   | 08:00       | 2026-11-23T08:00 2026-11-24T08:00
            FREQ=MONTHLY;BYMONTHDAY=31                         | 08:00       | 2026-12-31T08:00 2027-01-31T08:00 2027-03-31T08:00 2027-05-31T08:00
            FREQ=MONTHLY;BYMONTHDAY=-1                         | 08:00       | 2026-11-30T08:00 2026-12-31T08:00 2027-01-31T08:00 2027-02-28T08:00
            FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=4               | 08:00       | 2026-12-04T08:00 2027-03-04T08:00
            FREQ=MONTHLY;BYDAY=2SA                             | 08:00       | 2026-12-12T08:00 2027-01-09T08:00
            FREQ=MONTHLY;BYDAY=-1FR                            | 08:00       | 2026-11-27T08:00 2026-12-25T08:00
            FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1      | 17:00       | 2026-11-30T17:00 2026-12-31T17:00 2027-01-29T17:00
            FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1       | 08:00       | 2026-12-01T08:00 2027-01-01T08:00 2027-02-01T08:00
            FREQ=MONTHLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=3 | 08:00  | 2026-12-03T08:00 2027-02-03T08:00
            FREQ=YEARLY                                        | 08:00       | 2027-11-21T08:00 2028-11-21T08:00
            FREQ=YEARLY                                        | 18:00       | 2026-11-21T18:00 2027-11-21T18:00
            FREQ=YEARLY;INTERVAL=2;BYMONTH=7;BYMONTHDAY=4      | 08:00       | 2027-07-04T08:00 2029-07-04T08:00
            FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29                | 08:00       | 2028-02-29T08:00 2032-02-29T08:00
            FREQ=YEARLY;BYMONTH=11;BYDAY=4TH                   | 08:00       | 2026-11-26T08:00 2027-11-25T08:00
            FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO                   | 08:00       | 2026-12-28T08:00 2032-12-27T08:00
            FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13                | 08:00       | 2027-08-13T08:00 2028-10-13T08:00
            FREQ=HOURLY                                        |             | 2026-11-21T11:00 2026-11-21T12:00
            FREQ=HOURLY;INTERVAL=5                             |             | 2026-11-21T15:00 2026-11-21T20:00 2026-11-22T01:00
            FREQ=HOURLY;BYHOUR=9,10,11                         |             | 2026-11-21T11:00 2026-11-22T09:00 2026-11-22T10:00
            FREQ=HOURLY;BYMINUTE=30                            |             | 2026-11-21T10:30 2026-11-21T11:30
            FREQ=MINUTELY;INTERVAL=20                          |             | 2026-11-21T10:20 2026-11-21T10:40 2026-11-21T11:00
            FREQ=MINUTELY;INTERVAL=30;BYDAY=MO;BYHOUR=9        |             | 2026-11-23T09:00 2026-11-23T09:30 2026-11-30T09:00
            """)
    void rings_from_the_first_day_that_is_still_ahead(String rule, String times, String expected) {
        assertThat(rings(rule, times, null, SATURDAY, LONDON, expected.split(" ").length))
                .containsExactly(expected.split(" "));
    }

    @Test
    void an_interval_starts_with_its_first_day_from_the_date_given() {
        assertThat(rings("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "08:00", "2026-11-25", SATURDAY, LONDON, 2))
                .containsExactly("2026-12-01T08:00", "2026-12-15T08:00");
        assertThat(rings("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "08:00", "2026-11-17", SATURDAY, LONDON, 2))
                .as("counted from a date gone by")
                .containsExactly("2026-12-01T08:00", "2026-12-15T08:00");
        assertThat(rings("FREQ=DAILY", "08:00", "2026-12-24", SATURDAY, LONDON, 2))
                .containsExactly("2026-12-24T08:00", "2026-12-25T08:00");
        assertThat(rings("FREQ=HOURLY;INTERVAL=6", "", "2026-11-23", SATURDAY, LONDON, 2))
                .containsExactly("2026-11-23T00:00", "2026-11-23T06:00");
    }

    @Test
    void a_local_time_that_occurs_twice_rings_once_the_first_time() {
        assertThat(instants("FREQ=DAILY", "01:30", "2026-10-24T12:00", LONDON, 3))
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z", "2026-10-27T01:30:00Z");
        assertThat(instants("FREQ=DAILY", "01:30", "2026-10-31T12:00", NEW_YORK, 2))
                .containsExactly("2026-11-01T05:30:00Z", "2026-11-02T06:30:00Z");
    }

    @Test
    void a_local_time_that_does_not_exist_rings_at_the_instant_with_the_offset_before_the_gap() {
        assertThat(instants("FREQ=DAILY", "01:30", "2027-03-27T12:00", LONDON, 2))
                .containsExactly("2027-03-28T01:30:00Z", "2027-03-29T00:30:00Z");
        assertThat(instants("FREQ=DAILY", "02:30", "2027-03-13T12:00", NEW_YORK, 2))
                .containsExactly("2027-03-14T07:30:00Z", "2027-03-15T06:30:00Z");
        assertThat(instants("FREQ=DAILY", "01:30 02:30", "2027-03-27T12:00", LONDON, 2))
                .as("01:30 and 02:30 are one instant on that day and ring once")
                .containsExactly("2027-03-28T01:30:00Z", "2027-03-29T00:30:00Z");
    }

    @Test
    void hourly_rules_count_elapsed_time_over_a_clock_change() {
        assertThat(instants("FREQ=HOURLY", "", "2026-10-25T00:15", LONDON, 3))
                .containsExactly("2026-10-25T00:15:00Z", "2026-10-25T01:15:00Z", "2026-10-25T02:15:00Z");
        assertThat(instants("FREQ=HOURLY;INTERVAL=24", "", "2026-10-24T12:00", LONDON, 2))
                .containsExactly("2026-10-25T11:00:00Z", "2026-10-26T11:00:00Z");
    }

    @Test
    void a_rule_without_clock_times_rings_in_the_morning_or_at_its_own_hours() {
        assertThat(rings("FREQ=DAILY", "", null, SATURDAY, LONDON, 1)).containsExactly("2026-11-22T08:00");
        assertThat(rings("FREQ=WEEKLY;BYDAY=WE;BYHOUR=9;BYMINUTE=15", "", null, SATURDAY, LONDON, 1))
                .containsExactly("2026-11-25T09:15");
    }

    @Test
    void a_rule_that_names_no_day_has_no_next_moment() {
        assertThat(rings("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "08:00", null, SATURDAY, LONDON, 1))
                .isEmpty();
        assertThat(rings("FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30", "", null, SATURDAY, LONDON, 1))
                .isEmpty();
        assertThat(rings("FREQ=YEARLY;INTERVAL=2147483647", "08:00", null, SATURDAY, LONDON, 5))
                .hasSize(1);
    }

    @Test
    void asks_long_after_arming_go_on_in_step() {
        Instant anchor = at("1996-11-19T07:00", LONDON);
        assertThat(clock.next(
                        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
                        List.of(LocalTime.of(8, 0)),
                        null,
                        anchor,
                        at(SATURDAY, LONDON),
                        LONDON))
                .contains(at("2026-11-24T08:00", LONDON));
        Instant minutes = clock.next("FREQ=MINUTELY;INTERVAL=7", List.of(), null, anchor, at(SATURDAY, LONDON), LONDON)
                .orElseThrow();
        assertThat(Duration.between(anchor, minutes).toMinutes() % 7).isZero();
        assertThat(Duration.between(at(SATURDAY, LONDON), minutes))
                .isPositive()
                .isLessThanOrEqualTo(Duration.ofMinutes(7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "every day",
                "FREQ=OFTEN",
                "BYDAY=MO",
                "FREQ=DAILY;COUNT=3",
                "FREQ=DAILY;UNTIL=20261224",
                "FREQ=DAILY;DTSTART=20261224",
                "FREQ=SECONDLY",
                "FREQ=MINUTELY;BYSECOND=0,30",
                "FREQ=DAILY;INTERVAL=0",
                "FREQ=DAILY;INTERVAL=-1",
                "FREQ=DAILY;INTERVAL=two",
                "FREQ=WEEKLY;BYDAY=XX",
                "FREQ=DAILY;BYHOUR=25",
                "FREQ=WEEKLY;BYMONTHDAY=3",
                "FREQ=DAILY;FOO=1",
                "FREQ=MONTHLY;BYMONTHDAY=32"
            })
    void what_is_no_rule_is_refused_with_a_sentence(String rule) {
        assertThatThrownBy(() -> clock.check(rule)).isInstanceOf(Trouble.class).hasMessageEndingWith(".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=DAILY",
                "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
                "FREQ=MONTHLY;BYDAY=2SA",
                "FREQ=HOURLY;INTERVAL=2",
                "FREQ=MINUTELY;INTERVAL=5",
                "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU",
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
                "FREQ=YEARLY;BYWEEKNO=12;BYDAY=FR"
            })
    void rules_of_the_contract_are_accepted(String rule) {
        assertThatCode(() -> clock.check(rule)).doesNotThrowAnyException();
    }

    private List<String> rings(String rule, String times, String from, String armed, ZoneId zone, int many) {
        return walk(rule, times, from, armed, zone, many).stream()
                .map(instant -> instant.atZone(zone).toLocalDateTime().toString())
                .toList();
    }

    private List<String> instants(String rule, String times, String armed, ZoneId zone, int many) {
        return walk(rule, times, null, armed, zone, many).stream()
                .map(Instant::toString)
                .toList();
    }

    private List<Instant> walk(String rule, String times, String from, String armed, ZoneId zone, int many) {
        List<LocalTime> clockTimes = times == null || times.isBlank()
                ? List.of()
                : List.of(times.split(" ")).stream().map(LocalTime::parse).toList();
        LocalDate first = from == null ? null : LocalDate.parse(from);
        Instant anchor = at(armed, zone);
        List<Instant> rings = new ArrayList<>();
        Optional<Instant> next = clock.next(rule, clockTimes, first, anchor, anchor, zone);
        while (next.isPresent() && rings.size() < many) {
            rings.add(next.get());
            next = clock.next(rule, clockTimes, first, anchor, next.get(), zone);
        }
        return rings;
    }

    private static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }
}
