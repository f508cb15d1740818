package dev.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.core.run.Finding;
import dev.vigil.core.run.Verdict;
import dev.vigil.engine.Told;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines that other programs and people read. */
class LinesTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    @Test
    void aToldActionHasTheContractsFields() {
        Told told = new Told(
                ZonedDateTime.parse("2026-07-01T08:00:00+01:00[Europe/London]"),
                3,
                "notify",
                "say \"hi\"\n",
                List.of("mail:a@b.example"));

        assertThat(ToldLine.json(told))
                .isEqualTo("{\"at\":\"2026-07-01T08:00:00+01:00\",\"watch\":3,\"do\":\"notify\","
                        + "\"say\":\"say \\\"hi\\\"\\n\",\"because\":[\"mail:a@b.example\"]}");
        assertThat(ToldLine.plain(told))
                .isEqualTo("Wed 1 Jul 2026 08:00  watch 3  notify  say \"hi\"  (mail:a@b.example)");
    }

    @Test
    void aVerdictHasTheContractsFieldsAndReadsWell() {
        Verdict verdict = new Verdict(
                "me",
                2,
                0,
                "calendar:x",
                Instant.parse("2026-07-01T07:00:00Z"),
                false,
                List.of(
                        new Finding("when[0].about", true, "\"dentist\" in the title", List.of("calendar:x")),
                        new Finding("if[0]", false, "Wednesday", List.of())));

        assertThat(VerdictLine.json(verdict, ZONE))
                .isEqualTo("{\"watch\":2,\"event\":\"calendar:x\",\"at\":\"2026-07-01T08:00:00+01:00\",\"fired\":false,"
                        + "\"conditions\":[{\"path\":\"when[0].about\",\"holds\":true,"
                        + "\"value\":\"\\\"dentist\\\" in the title\",\"because\":[\"calendar:x\"]},"
                        + "{\"path\":\"if[0]\",\"holds\":false,\"value\":\"Wednesday\",\"because\":[]}]}");
        assertThat(VerdictLine.plain(verdict, ZONE)).isEqualTo("""
                        Wed 1 Jul 2026 08:00  calendar:x  did not fire
                            yes  when[0].about: "dentist" in the title
                            no   if[0]: Wednesday""");
    }

    @Test
    void textFromOutsideCannotSteerTheTerminal() {
        assertThat(Show.plain("a\u001b[31mb\r\nc\u202Ed\u0007\u2028e\u009bf")).isEqualTo("a [31mb  c d  e f");
    }
}
