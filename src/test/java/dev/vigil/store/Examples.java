package dev.vigil.store;

import dev.vigil.core.fact.Address;
import dev.vigil.core.fact.Arrival;
import dev.vigil.core.fact.Attachment;
import dev.vigil.core.fact.Authenticity;
import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.fact.Mail;
import dev.vigil.core.fact.Reading;
import dev.vigil.core.fact.Sample;
import dev.vigil.core.fact.When;
import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.Batch;
import dev.vigil.core.run.Delivery;
import dev.vigil.core.run.Finding;
import dev.vigil.core.run.Notice;
import dev.vigil.core.run.Verdict;
import dev.vigil.core.watch.MailKind;
import dev.vigil.core.watch.Metric;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Facts and rows to store. */
final class Examples {
    static final String ME = "me";
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final ZoneId LONDON = ZoneId.of("Europe/London");

    private Examples() {}

    static ArmedWatch watch(String proposal) {
        return new ArmedWatch(
                ME,
                0,
                "remind me to floss",
                proposal,
                TestDatabase.WATCH,
                NOON,
                LONDON,
                ArmedWatch.State.ARMED,
                null,
                Set.of(),
                null);
    }

    static Mail mail(String id, Instant arrived, String text) {
        return new Mail(
                id,
                arrived,
                new Address("Anna Grün", "anna@example.org"),
                List.of(),
                List.of(new Address("", "me@example.org")),
                List.of(new Address("Bob", "bob@example.org")),
                List.of("me@example.org"),
                "Your order",
                text,
                null,
                List.of("first@example.org", "second@example.org"),
                List.of(new Attachment("invoice.pdf", "application/pdf", 12_345)),
                null,
                false,
                false,
                true,
                false,
                new Authenticity(Authenticity.Result.PASS, "dmarc=pass"),
                new Reading(
                        Map.of(MailKind.SHIPPED, "has left our warehouse", MailKind.INVOICE, "Invoice no. 7"),
                        List.of("dog food"),
                        new Reading.Money(19.99, "EUR"),
                        new Reading.Price(null, 5.0, "GBP"),
                        true,
                        List.of(new Reading.Dated("delivery", LocalDate.of(2026, 11, 24), LocalTime.of(9, 30), null)),
                        List.of("A-1"),
                        List.of("1Z999")),
                List.of());
    }

    static Arrival mailArrival(String id, Instant at) {
        return new Arrival("mail", id, at, mail(id, at, "Hello"));
    }

    static CalendarItem event(String uid, int sequence, Instant stamp, CalendarItem.Repeats repeats) {
        When start = new When(LocalDateTime.of(2026, 11, 25, 14, 0), LONDON, false);
        return new CalendarItem(
                uid,
                null,
                sequence,
                stamp,
                "Home",
                "Dentist",
                "High Street",
                "Bring the card",
                List.of(new Address("Dr Who", "who@example.org")),
                start,
                new When(start.local().plusHours(1), LONDON, false),
                false,
                false,
                true,
                repeats);
    }

    static CalendarItem.Repeats weekly() {
        return new CalendarItem.Repeats(
                List.of("FREQ=WEEKLY;BYDAY=WE"),
                List.of(),
                List.of(new When(LocalDateTime.of(2026, 12, 24, 0, 0), null, true)),
                List.of(new When(LocalDateTime.of(2026, 12, 2, 14, 0), LONDON, false)));
    }

    static Arrival eventArrival(CalendarItem item) {
        return new Arrival("calendar", item.uid() + "/" + item.sequence() + "/" + item.stamp(), item.stamp(), item);
    }

    static Sample heartRate(Instant at, double bpm) {
        return new Sample(Metric.HEART_RATE, at, at, bpm, "Watch", "", false);
    }

    static Sample steps(Instant start, Instant end, double count, String device) {
        return new Sample(Metric.STEPS, start, end, count, device, "", false);
    }

    static Arrival sampleArrival(Sample sample) {
        return new Arrival(
                "health",
                sample.metric() + "/" + sample.start() + "/" + sample.end() + "/" + sample.device() + "/"
                        + sample.value() + (sample.retracted() ? "/retracted" : ""),
                sample.known(),
                sample);
    }

    static Batch batch(Arrival... arrivals) {
        Batch batch = new Batch();
        batch.arrivals.addAll(List.of(arrivals));
        return batch;
    }

    static Notice notice(String id, Instant fired, Instant release) {
        return new Notice(
                id,
                ME,
                1,
                "mail:a@example.org",
                List.of("mail:a@example.org"),
                0,
                "notify",
                "The dog food is back.",
                "",
                false,
                fired,
                release,
                false);
    }

    static Delivery waiting(Notice notice, String channel) {
        return new Delivery(notice, channel, Delivery.State.WAITING, 0, notice.release(), null);
    }

    static Verdict verdict(int watch, String event, Instant at, boolean fired, boolean... holds) {
        List<Finding> findings = new java.util.ArrayList<>();
        for (int i = 0; i < holds.length; i++) {
            findings.add(new Finding("if[" + i + "]", holds[i], "busy till 15:00", List.of(event)));
        }
        return new Verdict(ME, watch, 0, event, at, fired, findings);
    }
}
