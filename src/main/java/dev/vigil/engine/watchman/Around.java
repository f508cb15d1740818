package dev.vigil.engine.watchman;

import dev.vigil.core.fact.Occurrence;
import dev.vigil.core.port.Surroundings;
import dev.vigil.core.run.SeenMail;
import dev.vigil.core.watch.Trigger;
import dev.vigil.engine.vitals.Vitals;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** What is known around a moment, from the books. */
final class Around implements Surroundings {
    private final ZoneId zone;
    private final CalendarBook calendar;
    private final MailBook mails;
    private final Vitals vitals;

    Around(ZoneId zone, CalendarBook calendar, MailBook mails, Vitals vitals) {
        this.zone = zone;
        this.calendar = calendar;
        this.mails = mails;
        this.vitals = vitals;
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public List<Occurrence> occurrences(Instant from, Instant till) {
        return calendar.touching(from, till);
    }

    @Override
    public List<SeenMail> mails(Instant from, Instant till) {
        return mails.between(from, till);
    }

    @Override
    public Found health(Trigger.Health state, Instant at) {
        Vitals.Answer answer = vitals.holds(state, at);
        return new Found(answer.holds(), answer.value(), answer.because());
    }

    @Override
    public int count(Trigger.Health of, Instant from, Instant till) {
        return vitals.count(of, from, till);
    }

    @Override
    public List<Stretch> stretches(Trigger.Health of, Instant from, Instant till) {
        return vitals.stretches(of, from, till).stream()
                .map(one -> new Stretch(one.start(), one.end(), one.label(), one.cause()))
                .toList();
    }

    @Override
    public Set<String> domains(String sender) {
        return mails.domains(sender);
    }
}
