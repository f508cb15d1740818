package dev.vigil.engine.watchman;

import dev.vigil.core.fact.Mail;
import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.Case;
import dev.vigil.core.run.Finding;
import dev.vigil.core.run.SeenMail;
import dev.vigil.core.run.Verdict;
import dev.vigil.core.run.Wakeup;
import dev.vigil.core.watch.Trigger;
import dev.vigil.engine.vitals.Vitals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Does what is due, in order of time. */
final class Waking {
    private static final Duration PUNCTUAL = Duration.ofMinutes(5);
    /** Well within the calendar's window, so that no reminder is passed over. */
    private static final Duration STRIDE = Duration.ofDays(20);

    private static final Duration FORGETS = Duration.ofHours(6);
    private static final Duration STILL_HELPS = Duration.ofHours(12);

    private final Desk desk;
    private final MailBook mails;
    private final CalendarBook calendar;
    private final Ticks ticks;
    private final Reminders reminders;
    private final Silences silences;
    private final Judgement judgement;
    private final QuietHours quiet;
    private final Arming arming;
    private final Vitals vitals;
    private final Observing observing;
    private Instant forgotten = Instant.EPOCH;

    Waking(
            Desk desk,
            MailBook mails,
            CalendarBook calendar,
            Ticks ticks,
            Reminders reminders,
            Silences silences,
            Judgement judgement,
            QuietHours quiet,
            Arming arming,
            Vitals vitals,
            Observing observing) {
        this.desk = desk;
        this.mails = mails;
        this.calendar = calendar;
        this.ticks = ticks;
        this.reminders = reminders;
        this.silences = silences;
        this.judgement = judgement;
        this.quiet = quiet;
        this.arming = arming;
        this.vitals = vitals;
        this.observing = observing;
    }

    /** The moment moves along, so that what is planned on the way is planned from there. */
    void drain(Instant till) {
        while (desk.now.isBefore(till)) {
            Instant step =
                    desk.now.equals(Instant.MIN) || desk.now.plus(STRIDE).isAfter(till) ? till : desk.now.plus(STRIDE);
            reminders.replan(calendar.slide(desk.now));
            drainStep(step);
            desk.now = step;
        }
        drainStep(till);
        if (till.isAfter(forgotten.plus(FORGETS))) {
            forgotten = till;
            quiet.forget();
            reminders.forget();
        }
    }

    private void drainStep(Instant till) {
        while (true) {
            Instant health = vitals.next();
            Optional<Wakeup> due = desk.agenda.firstDue(till);
            boolean first = health != null
                    && !health.isAfter(till)
                    && (due.isEmpty() || !health.isAfter(due.get().due()));
            Instant moment = first ? health : due.map(Wakeup::due).orElse(desk.now);
            desk.now = moment.isAfter(desk.now) ? moment : desk.now;
            if (first) {
                observing.states(vitals.advance(health));
            } else if (due.isPresent()) {
                desk.agenda.settle(due.get(), desk.batch);
                wake(due.get());
            } else {
                return;
            }
        }
    }

    private void wake(Wakeup wakeup) {
        ArmedWatch watch = desk.watch(wakeup.watch());
        if (watch == null) {
            return;
        }
        if (wakeup.kind() == Wakeup.Kind.RESUME) {
            arming.change(watch.with(ArmedWatch.State.ARMED));
            return;
        }
        if (wakeup.kind() == Wakeup.Kind.EXPIRE) {
            ArmedWatch done = watch.with(ArmedWatch.State.DONE);
            arming.change(done);
            desk.save(done);
            return;
        }
        if (!desk.active(watch.number())) {
            return;
        }
        boolean late = desk.wall != null && wakeup.due().plus(PUNCTUAL).isBefore(desk.wall);
        if (late && !helps(wakeup)) {
            skipped(watch, wakeup);
            plan(wakeup, watch, false);
            return;
        }
        Reason reason = reason(wakeup, late);
        boolean fired = reason != null && judgement.judge(reason);
        if (fired && wakeup.kind() == Wakeup.Kind.REMINDER) {
            reminders.given(wakeup);
        }
        if (reason != null || wakeup.kind() != Wakeup.Kind.DEADLINE) {
            plan(wakeup, watch, fired);
        }
    }

    private Reason reason(Wakeup wakeup, boolean late) {
        switch (wakeup.kind()) {
            case TICK:
                return ticks.come(wakeup, late);
            case REMINDER:
                if (wakeup.key().contains("].after ")) {
                    silences.started(desk.watch(wakeup.watch()), wakeup.trigger(), wakeup.note(), wakeup.due());
                    return null;
                }
                return reminders.come(wakeup, late);
            case DEADLINE:
                return silences.come(wakeup, late);
            default:
                return namedDate(wakeup, late);
        }
    }

    private void plan(Wakeup wakeup, ArmedWatch watch, boolean fired) {
        if (desk.spent(watch.number(), wakeup.trigger())) {
            return;
        }
        if (wakeup.kind() == Wakeup.Kind.TICK) {
            ticks.plan(watch, wakeup.trigger(), desk.wall == null ? wakeup.due() : skipTo(wakeup, watch));
        } else if (wakeup.kind() == Wakeup.Kind.DEADLINE) {
            silences.after(wakeup, fired);
        }
    }

    /** Of several missed moments of one rule only the last is caught up. */
    private Instant skipTo(Wakeup wakeup, ArmedWatch watch) {
        Instant last = wakeup.due();
        Trigger.Time trigger = (Trigger.Time) watch.watch().when().get(wakeup.trigger());
        for (int i = 0; i < 10_000; i++) {
            Optional<Instant> next = ticks.next(watch, trigger, last);
            if (next.isEmpty() || !next.get().plus(PUNCTUAL).isBefore(desk.wall)) {
                return last;
            }
            Optional<Instant> following = ticks.next(watch, trigger, next.get());
            if (following.isEmpty() || following.get().isAfter(desk.wall)) {
                return last;
            }
            last = next.get();
        }
        return desk.wall;
    }

    private boolean helps(Wakeup wakeup) {
        return switch (wakeup.kind()) {
            case TICK -> wakeup.due().plus(STILL_HELPS).isAfter(desk.wall);
            case REMINDER -> reminders.helps(wakeup, desk.wall);
            default -> true;
        };
    }

    private void skipped(ArmedWatch watch, Wakeup wakeup) {
        String path = "when[" + wakeup.trigger() + "]";
        String why = "missed at " + desk.local(wakeup.due(), watch).toLocalDateTime()
                + ": Vigil was not running, and it no longer helped";
        desk.batch.misses.add(new Verdict(
                watch.person(),
                watch.number(),
                wakeup.trigger(),
                "time:" + desk.local(wakeup.due(), watch).toLocalDateTime(),
                wakeup.due(),
                false,
                List.of(new Finding(path, false, why, List.of()))));
    }

    private Reason namedDate(Wakeup wakeup, boolean late) {
        SeenMail seen = mails.get(wakeup.note());
        if (seen == null) {
            return null;
        }
        ArmedWatch watch = desk.watch(wakeup.watch());
        Mail mail = seen.mail();
        Trigger.Mail trigger = (Trigger.Mail) watch.watch().when().get(wakeup.trigger());
        Finding found = new Finding("when[" + wakeup.trigger() + "].offset", true, wakeup.key(), List.of(mail.cause()));
        Case about = new Case(
                watch.number(),
                wakeup.trigger(),
                mail.cause(),
                desk.local(wakeup.due(), watch),
                List.of(found),
                List.of(mail.cause()),
                null);
        return new Reason(
                about,
                mail.cause() + "@" + wakeup.due(),
                () -> desk.setup.telling().mail(trigger, mail),
                late);
    }
}
