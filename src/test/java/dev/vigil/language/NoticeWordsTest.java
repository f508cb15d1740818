package dev.vigil.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.contract.ProposalJson;
import dev.vigil.core.fact.Address;
import dev.vigil.core.fact.Authenticity;
import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.fact.Mail;
import dev.vigil.core.fact.Occurrence;
import dev.vigil.core.fact.Reading;
import dev.vigil.core.fact.When;
import dev.vigil.core.watch.MailKind;
import dev.vigil.core.watch.Trigger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoticeWordsTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Dublin");
    private static final ZonedDateTime NINE = ZonedDateTime.of(2026, 12, 1, 9, 30, 12, 0, ZONE);

    private final NoticeWords words = new NoticeWords();

    @Test
    void aMailIsToldBySenderAndSubject() {
        assertThat(words.mail((Trigger.Mail) trigger("\"on\":\"mail\""), mail("Quay Chandlers", "Your rope is here")))
                .isEqualTo("Quay Chandlers: Your rope is here");
        assertThat(words.mail((Trigger.Mail) trigger("\"on\":\"mail\""), mail("", " ")))
                .isEqualTo("post@quay.example: (no subject)");
    }

    @Test
    void aMailWhoseDateIsCountedFromIsToldWithTheDate() {
        assertThat(words.mail(
                        (Trigger.Mail) trigger("\"on\":\"mail\",\"kind\":\"payment_due\",\"offset\":\"-P3D\""),
                        mail("Quay Chandlers", "Invoice 12")))
                .isEqualTo("Due Friday 4 December 2026 – Quay Chandlers: Invoice 12");
    }

    @Test
    void anEventIsToldWithStartAndPlace() {
        assertThat(event("start", "Dentist", "Mill Lane 4", false))
                .isEqualTo("Dentist – 09:30 on Tuesday 1 December 2026, Mill Lane 4");
        assertThat(event("end", "Dentist", "", false)).isEqualTo("Dentist – ends at 10:30 on Tuesday 1 December 2026");
        assertThat(event("start", "Fair", "", true)).isEqualTo("Fair – all day on Tuesday 1 December 2026");
        assertThat(event("end", "Fair", "", true)).isEqualTo("Fair – ends on Tuesday 1 December 2026");
        assertThat(event("start", null, null, false)).isEqualTo("(untitled event) – 09:30 on Tuesday 1 December 2026");
    }

    @Test
    void whatBecameOfAnEventIsTold() {
        assertThat(event("added", "Dentist", "", false)).startsWith("New in your calendar: Dentist – 09:30 on");
        assertThat(event("changed", "Dentist", "", false)).startsWith("Changed: Dentist – now 09:30 on");
        assertThat(event("cancelled", "Dentist", "", false)).startsWith("Cancelled: Dentist – 09:30 on");
        assertThat(event("invited", "Dentist", "", false)).startsWith("Invitation from Priya: Dentist – 09:30 on");
        assertThat(event("conflict", "Dentist", "", false))
                .startsWith("Conflict: Dentist – 09:30 on")
                .endsWith("overlaps another event");
    }

    @Test
    void aHealthStateIsToldWithWhatWasMeasured() {
        Trigger.Health high = (Trigger.Health)
                trigger("\"on\":\"health\",\"metric\":\"heart_rate\",\"is\":\"elevated\",\"for\":\"PT5M\"");
        assertThat(words.health(high, "118 bpm, usual 64"))
                .isEqualTo("Your heart rate stays unusually high for 5 minutes (118 bpm, usual 64).");
        Trigger.Health missing =
                (Trigger.Health) trigger("\"on\":\"health\",\"metric\":\"weight\",\"is\":\"missing\",\"for\":\"P7D\"");
        assertThat(words.health(missing, null)).isEqualTo("No weight reading has been recorded for 1 week.");
    }

    @Test
    void aSilenceTellsWhatDidNotComeAndSinceWhen() {
        Trigger.Silence reply =
                (Trigger.Silence) trigger("\"on\":\"silence\",\"of\":{\"on\":\"mail\",\"kind\":\"reply\","
                        + "\"from\":\"Anna\",\"about\":\"contract\"},\"for\":\"P3D\"");
        assertThat(words.silence(reply, NINE))
                .isEqualTo("No reply from Anna about contract since 09:30 on Tuesday 1 December 2026.");
        Trigger.Silence weight = (Trigger.Silence)
                trigger("\"on\":\"silence\",\"of\":{\"on\":\"health\",\"metric\":\"weight\"},\"by\":\"09:00\"");
        assertThat(words.silence(weight, null)).isEqualTo("No weight reading.");
        Trigger.Silence added = (Trigger.Silence)
                trigger(
                        "\"on\":\"silence\",\"of\":{\"on\":\"calendar\",\"moment\":\"added\",\"about\":\"gym\"},\"by\":\"09:00\"");
        assertThat(words.silence(added, NINE))
                .isEqualTo("No gym added to your calendar since 09:30 on Tuesday 1 December 2026.");
    }

    @Test
    void aTimeTellsThatItHasCome() {
        assertThat(words.time((Trigger.Time) trigger("\"on\":\"time\",\"in\":\"PT10M\""), NINE))
                .isEqualTo("Time is up: 10 minutes.");
        assertThat(words.time((Trigger.Time) trigger("\"on\":\"time\",\"at\":\"2026-12-01T09:30\""), NINE))
                .isEqualTo("It is 09:30 on Tuesday 1 December 2026.");
    }

    @Test
    void aNoticeIsOneCleanLineOfBoundedLength() {
        String told = words.mail(
                (Trigger.Mail) trigger("\"on\":\"mail\""),
                mail("Eve\u202e\r\nBcc: all", "pay\u0000 now \u2066".repeat(60) + "𝒳".repeat(200)));
        assertThat(told)
                .startsWith("Eve Bcc: all: pay now pay now")
                .hasSizeLessThanOrEqualTo(200)
                .endsWith("…");
        assertThat(told).doesNotContainPattern("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]");
        String emoji = words.mail((Trigger.Mail) trigger("\"on\":\"mail\""), mail("E", "𝒳".repeat(300)));
        assertThat(emoji.codePoints().filter(point -> point >= 0xD800 && point <= 0xDFFF))
                .isEmpty();
        assertThat(emoji).hasSizeLessThanOrEqualTo(200);
    }

    private static Trigger trigger(String fields) {
        return ProposalJson.readWatch("{\"when\":[{" + fields + "}],\"then\":[{\"do\":\"notify\"}]}")
                .when()
                .get(0);
    }

    private String event(String moment, String title, String place, boolean day) {
        When start = new When(day ? NINE.toLocalDate().atStartOfDay() : NINE.toLocalDateTime(), day ? null : ZONE, day);
        When end = new When(day ? start.local().plusDays(1) : start.local().plusHours(1), start.zone(), day);
        CalendarItem item = new CalendarItem(
                "u1@quay.example",
                null,
                0,
                Instant.EPOCH,
                "Home",
                title,
                place,
                "",
                List.of(new Address("Priya", "priya@quay.example")),
                start,
                end,
                false,
                false,
                false,
                CalendarItem.Repeats.NEVER);
        return words.event(
                (Trigger.Calendar) trigger("\"on\":\"calendar\",\"moment\":\"" + moment + "\""),
                new Occurrence(item, null, start.in(ZONE), end.in(ZONE)));
    }

    private static Mail mail(String name, String subject) {
        Reading.Dated due = new Reading.Dated("due", LocalDate.of(2026, 12, 4), (LocalTime) null, null);
        Reading reading = new Reading(
                Map.of(MailKind.PAYMENT_DUE, "\"due by 4 December\""),
                List.of(),
                null,
                null,
                null,
                List.of(due),
                List.of(),
                List.of());
        return new Mail(
                "m1@quay.example",
                Instant.EPOCH,
                new Address(name, "post@quay.example"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                subject,
                "",
                null,
                List.of(),
                List.of(),
                null,
                false,
                false,
                true,
                false,
                new Authenticity(Authenticity.Result.UNKNOWN, ""),
                reading,
                List.of());
    }
}
