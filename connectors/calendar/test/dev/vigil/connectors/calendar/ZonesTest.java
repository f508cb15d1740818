package dev.vigil.connectors.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZonesTest {
    private static final LocalDateTime NOON = LocalDateTime.parse("2026-07-01T12:00");

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '=', textBlock = """
            Europe/London=Europe/London
            europe/london=Europe/London
            "America/New_York"=America/New_York
            America/New York=America/New_York
            US/Eastern=US/Eastern
            UTC=UTC
            Z=Z
            W. Europe Standard Time=Europe/Berlin
            GMT Standard Time=Europe/London
            Central America Standard Time=America/Guatemala
            Eastern Daylight Time=America/New_York
            Pacific Time (US & Canada)=America/Los_Angeles
            (UTC-05:00) Eastern Time (US & Canada)=America/New_York
            (GMT+10:00) Melbourne, Sydney=Australia/Melbourne
            /mozilla.org/20050126_1/Europe/London=Europe/London
            /freeassociation.sourceforge.net/Tzfile/America/Argentina/Buenos_Aires=America/Argentina/Buenos_Aires
            /softwarestudio.org/Olson_20011030_5/Asia/Kolkata=Asia/Kolkata
            http://tzurl.org/zoneinfo/Europe/Paris=Europe/Paris
            UTC-07=-07:00
            GMT+0530=+05:30
            +02:00=+02:00
            (GMT +01:00)=+01:00
            """)
    void a_name_means_a_zone(String tzid, String zone) {
        assertThat(new Zones(new IcsComponent("VCALENDAR", 1)).find(tzid, NOON)).isEqualTo(ZoneId.of(zone));
    }

    @ParameterizedTest
    @CsvSource({"tzone://Microsoft/Custom", "Home", "Customized Time Zone 1", "''"})
    void a_name_that_means_nothing_means_no_zone(String tzid) {
        assertThat(new Zones(new IcsComponent("VCALENDAR", 1)).find(tzid, NOON)).isNull();
    }

    @Test
    void a_zone_not_known_is_the_one_usual_in_its_calendar() {
        assertThat(zones("X-WR-TIMEZONE:Asia/Tokyo\n").find("Home", NOON)).isEqualTo(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void what_a_calendar_defines_is_found_by_its_offsets() {
        String rules = """
                BEGIN:STANDARD
                DTSTART:16011104T020000
                RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
                TZOFFSETFROM:-0400
                TZOFFSETTO:-0500
                END:STANDARD
                BEGIN:DAYLIGHT
                DTSTART:16010311T020000
                RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
                TZOFFSETFROM:-0500
                TZOFFSETTO:-0400
                END:DAYLIGHT
                """;
        assertThat(defined("Home", rules)).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(defined("Toronto, Ottawa", rules)).isEqualTo(ZoneId.of("America/Toronto"));
        assertThat(
                        defined(
                                "Home",
                                "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0530\nEND:STANDARD\n"))
                .as("a constant offset")
                .isEqualTo(ZoneId.of("+05:30"));
        assertThat(
                        defined(
                                "",
                                "BEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0000\nEND:STANDARD\n"))
                .as("without a name")
                .isEqualTo(ZoneId.of("Z"));
        assertThat(defined("Home", "TZURL:http://tzurl.org/zoneinfo/Europe/Rome.ics\n"))
                .isEqualTo(ZoneId.of("Europe/Rome"));
        assertThat(defined("Home", "BEGIN:STANDARD\nDTSTART:soon\nTZOFFSETTO:+0000\nEND:STANDARD\n"))
                .isNull();
    }

    @Test
    void a_rule_that_ended_counts_until_its_end() {
        String rules = """
                BEGIN:DAYLIGHT
                DTSTART:20100328T020000
                RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;UNTIL=20150329T010000Z
                TZOFFSETFROM:+0100
                TZOFFSETTO:+0200
                END:DAYLIGHT
                BEGIN:STANDARD
                DTSTART:20101031T030000
                RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20151025T010000Z
                TZOFFSETFROM:+0200
                TZOFFSETTO:+0100
                END:STANDARD
                """;
        assertThat(defined("Home", rules)).as("no more summer time").isEqualTo(ZoneId.of("+01:00"));
        assertThat(zones("BEGIN:VTIMEZONE\nTZID:Home\n" + rules + "END:VTIMEZONE\n")
                        .find("Home", LocalDateTime.parse("2011-07-01T12:00")))
                .isEqualTo(ZoneId.of("Europe/Berlin"));
    }

    private static ZoneId defined(String id, String lines) {
        return zones("BEGIN:VTIMEZONE\nTZID:" + id + "\n" + lines + "END:VTIMEZONE\n")
                .find(id, NOON);
    }

    private static Zones zones(String lines) {
        return new Zones(IcsLines.read(Ics.calendar(lines), new Refusals()).get(0));
    }
}
