package dev.vigil.store;

import static dev.vigil.store.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.fact.Fact;
import dev.vigil.core.fact.Mail;
import dev.vigil.core.fact.Reading;
import dev.vigil.core.fact.Sample;
import dev.vigil.core.watch.Metric;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FactJsonTest {
    private static final String NASTY =
            "\u0000 \u001A001a \uD83D\uDE00 \uD800 \uDC00\uD800 \\u0000 \" ' \n\r\u2028 \u202E' || DROP TABLE watch; --";

    static Stream<Fact> facts() {
        return Stream.of(
                Examples.mail("a@example.org", NOON, "Hello"),
                Examples.mail(NASTY, NOON, NASTY),
                Examples.mail("long", NOON, ("0123456789 ä \uD83D\uDE00 " + NASTY).repeat(200_000 / 70)),
                invited(),
                Examples.event(NASTY, 3, NOON, Examples.weekly()),
                Examples.event("single", 0, NOON, CalendarItem.Repeats.NEVER),
                Examples.heartRate(NOON, 61),
                new Sample(Metric.SLEEP, NOON.minusNanos(1), NOON, Double.MIN_VALUE, NASTY, NASTY, true),
                new Sample(Metric.STRESS, NOON, NOON, Double.NEGATIVE_INFINITY, "", "", false));
    }

    private static Mail invited() {
        Mail plain = Examples.mail("invited", NOON, "Come");
        return new Mail(
                plain.messageId(),
                plain.arrived(),
                plain.from(),
                plain.replyTo(),
                plain.to(),
                plain.cc(),
                plain.deliveredTo(),
                plain.subject(),
                plain.text(),
                "earlier@example.org",
                plain.references(),
                plain.attachments(),
                "list.example.org",
                true,
                true,
                true,
                true,
                plain.authenticity(),
                Reading.NOTHING,
                java.util.List.of(Examples.event("party", 0, NOON, Examples.weekly())));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void everyFactComesBackAsItWas(Fact fact) throws FactJson.Unreadable {
        assertThat(FactJson.read(FactJson.kind(fact), FactJson.write(fact))).isEqualTo(fact);
    }

    @ParameterizedTest
    @MethodSource("facts")
    void theJsonOfEveryFactComesThroughUtf8AsStoredText(Fact fact) throws FactJson.Unreadable {
        byte[] wire = StoredText.encode(FactJson.write(fact)).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        String read = StoredText.decode(new String(wire, java.nio.charset.StandardCharsets.UTF_8));
        assertThat(FactJson.read(FactJson.kind(fact), read)).isEqualTo(fact);
    }

    @Test
    void theJsonHasTheFieldsOfTheFactAndNoClassName() {
        assertThat(FactJson.write(Examples.heartRate(NOON, 61))).isEqualTo("""
                        {"metric":"HEART_RATE","start":"2026-11-21T12:00:00Z","end":"2026-11-21T12:00:00Z",\
                        "value":61.0,"device":"Watch","label":"","retracted":false}""");
        assertThat(FactJson.write(Examples.event("dentist", 1, NOON, Examples.weekly())))
                .doesNotContain("dev.vigil", "never");
    }

    @Test
    void whatAnotherVersionWroteIsReadAsFarAsItGoes() throws FactJson.Unreadable {
        Fact fact = FactJson.read("calendar", """
                {"uid":"x","sequence":1,"stamp":"2026-11-21T12:00:00Z","colour":"red",
                 "start":{"local":"2026-11-25T14:00","day":false},"end":{"local":"2026-11-25T15:00","day":false},
                 "repeats":{"rules":["FREQ=DAILY"]}}""");
        assertThat(fact.cause()).isEqualTo("calendar:x");
        assertThat(((CalendarItem) fact).people()).isEmpty();
        assertThat(((CalendarItem) fact).repeats().except()).isEmpty();
    }

    @Test
    void whatCannotBeReadSaysSo() {
        assertThatThrownBy(() -> FactJson.read("mail", "{\"messageId\":[1]")).isInstanceOf(FactJson.Unreadable.class);
        assertThatThrownBy(() -> FactJson.read("sample", "{\"metric\":\"AURA\"}"))
                .isInstanceOf(FactJson.Unreadable.class);
        assertThatThrownBy(() -> FactJson.read("java.lang.Runtime", "{}"))
                .isInstanceOf(FactJson.Unreadable.class)
                .hasMessageContaining("unknown kind");
        assertThatThrownBy(() -> FactJson.read("mail", "null")).isInstanceOf(FactJson.Unreadable.class);
    }
}
