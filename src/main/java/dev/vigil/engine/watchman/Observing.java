package dev.vigil.engine.watchman;

import dev.vigil.core.fact.Arrival;
import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.fact.Mail;
import dev.vigil.core.fact.Occurrence;
import dev.vigil.core.fact.Sample;
import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.Case;
import dev.vigil.core.run.Finding;
import dev.vigil.core.run.Meeting;
import dev.vigil.core.run.SeenMail;
import dev.vigil.core.run.Wakeup;
import dev.vigil.core.watch.Trigger;
import dev.vigil.engine.vitals.Vitals;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;

/** Takes in what arrives: into the books, before the rules, and on to silences and reminders. */
final class Observing {
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final Desk desk;
    private final CalendarBook calendar;
    private final MailBook mails;
    private final Vitals vitals;
    private final Around around;
    private final Silences silences;
    private final Judgement judgement;
    private final EventChanges changes;

    Observing(
            Desk desk,
            CalendarBook calendar,
            MailBook mails,
            Vitals vitals,
            Around around,
            Reminders reminders,
            Silences silences,
            Judgement judgement) {
        this.desk = desk;
        this.calendar = calendar;
        this.mails = mails;
        this.vitals = vitals;
        this.around = around;
        this.silences = silences;
        this.judgement = judgement;
        this.changes = new EventChanges(desk, calendar, around, reminders, this::met);
    }

    void observe(Arrival arrival) {
        desk.batch.arrivals.add(arrival);
        if (arrival.fact() instanceof Mail mail) {
            mail(mail);
        } else if (arrival.fact() instanceof CalendarItem item) {
            changes.observe(item, arrival.at());
        } else {
            states(vitals.add((Sample) arrival.fact()));
        }
    }

    private void mail(Mail mail) {
        if (mails.knows(mail.messageId())) {
            return;
        }
        SeenMail seen = mails.see(mail);
        List<Meeting> meetings = desk.setup.judge().meet(seen, around);
        mails.add(seen);
        for (Meeting meeting : meetings) {
            ArmedWatch watch = desk.watch(meeting.watch());
            if (!desk.active(watch.number())) {
                continue;
            }
            if (!meeting.met()) {
                if (meeting.role().isEmpty()) {
                    judgement.missed(watch, meeting.trigger(), mail.cause(), mail.arrived(), meeting.findings());
                }
            } else if (meeting.role().equals("sent")) {
                silences.sent(watch, meeting.trigger(), seen);
            } else if (meeting.role().equals("of")) {
                Trigger.Silence silence = (Trigger.Silence) watch.watch().when().get(meeting.trigger());
                if (Silences.counts(silence.of(), seen)) {
                    silences.happened(watch, meeting.trigger(), seen.thread(), mail.arrived());
                }
            } else if (meeting.role().equals("after")) {
                silences.started(watch, meeting.trigger(), mail.cause(), mail.arrived());
            } else {
                start(watch, meeting, mail);
            }
        }
        mail.invitations().forEach(invitation -> changes.invited(invitation, mail.arrived()));
    }

    private void start(ArmedWatch watch, Meeting meeting, Mail mail) {
        Trigger.Mail trigger = (Trigger.Mail) watch.watch().when().get(meeting.trigger());
        if (trigger.offset() == null) {
            Case one = new Case(
                    watch.number(),
                    meeting.trigger(),
                    mail.cause(),
                    desk.local(mail.arrived(), watch),
                    meeting.findings(),
                    List.of(mail.cause()),
                    null);
            judgement.judge(
                    new Reason(one, mail.cause(), () -> desk.setup.telling().mail(trigger, mail), false));
            return;
        }
        for (var named : mail.reading().dates()) {
            LocalTime time = named.time() == null ? MORNING : named.time();
            ZonedDateTime date = named.date().atTime(time).atZone(watch.zone());
            Instant due = trigger.offset().after(date).toInstant();
            if (date.toInstant().isAfter(desk.now)) {
                desk.wake(
                        watch,
                        meeting.trigger(),
                        Wakeup.Kind.NAMED_DATE,
                        mail.messageId() + " " + named.what() + " " + named.date(),
                        due.isAfter(desk.now) ? due : desk.now,
                        mail.messageId());
            }
        }
    }

    /** A calendar change that a watch asks for. */
    private void met(Meeting meeting, Occurrence one, Instant at) {
        ArmedWatch watch = desk.watch(meeting.watch());
        if (!desk.active(watch.number()) || !at.isAfter(watch.since())) {
            return;
        }
        if (!meeting.met()) {
            if (meeting.role().isEmpty()) {
                judgement.missed(watch, meeting.trigger(), one.cause(), at, meeting.findings());
            }
        } else if (meeting.role().equals("of")) {
            silences.happened(watch, meeting.trigger(), null, at);
        } else if (meeting.role().equals("after")) {
            silences.started(watch, meeting.trigger(), one.cause(), at);
        } else {
            Trigger.Calendar trigger = (Trigger.Calendar) watch.watch().when().get(meeting.trigger());
            Case about = new Case(
                    watch.number(),
                    meeting.trigger(),
                    one.cause(),
                    desk.local(at, watch),
                    meeting.findings(),
                    List.of(one.cause()),
                    one);
            judgement.judge(new Reason(
                    about,
                    one.cause() + "/" + trigger.moment() + "@" + at,
                    () -> desk.setup.telling().event(trigger, one),
                    false));
        }
    }

    /** Health states that have begun. */
    void states(List<Vitals.Change> begun) {
        for (Vitals.Change change : begun) {
            List<Finding> found = List.of(new Finding("when", true, change.value(), change.because()));
            for (Meeting meeting : desk.setup.judge().meet(change.state(), found)) {
                begun(change, meeting);
            }
        }
    }

    private void begun(Vitals.Change change, Meeting meeting) {
        ArmedWatch watch = desk.watch(meeting.watch());
        if (!desk.active(watch.number()) || !change.at().isAfter(watch.since())) {
            return;
        }
        String event = change.because().isEmpty()
                ? "health:" + change.state().metric().name().toLowerCase(java.util.Locale.ROOT) + ":" + change.at()
                : change.because().get(0);
        if (meeting.role().equals("after")) {
            silences.started(watch, meeting.trigger(), event, change.at());
        } else if (meeting.role().isEmpty()) {
            Finding found = new Finding(meeting.path(), true, change.value(), change.because());
            Case about = new Case(
                    watch.number(),
                    meeting.trigger(),
                    event,
                    desk.local(change.at(), watch),
                    List.of(found),
                    change.because(),
                    null);
            judgement.judge(new Reason(
                    about,
                    event + "@" + change.at(),
                    () -> desk.setup.telling().health(change.state(), change.value()),
                    false));
        }
    }
}
