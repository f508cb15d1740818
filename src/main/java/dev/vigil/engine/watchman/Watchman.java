package dev.vigil.engine.watchman;

import dev.vigil.core.fact.Arrival;
import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.fact.Mail;
import dev.vigil.core.fact.Sample;
import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.Batch;
import dev.vigil.core.run.Wakeup;
import dev.vigil.engine.vitals.Vitals;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One person's watches at work. Every method returns what it changed; nothing else is touched, so the caller commits the
 * batch or, if that fails, throws this object away and builds another from the store.
 *
 * <p>Not thread-safe: one thread at a time. Time only moves by {@link #advance} and by what arrives.
 */
public final class Watchman {
    private final Desk desk;
    private final CalendarBook calendar;
    private final MailBook mails;
    private final Vitals vitals;
    private final Arming arming;
    private final Observing observing;
    private final Waking waking;
    private final Explaining explaining;

    public Watchman(Setup setup) {
        desk = new Desk(setup);
        calendar = new CalendarBook(setup.calendars(), setup.zone());
        mails = new MailBook(setup.me());
        vitals = new Vitals(setup.zone());
        Around around = new Around(setup.zone(), calendar, mails, vitals);
        QuietHours quiet = new QuietHours(desk);
        Firing firing = new Firing(desk, quiet, new ActWords(quiet, new Digests(mails, calendar, vitals)));
        Ticks ticks = new Ticks(desk);
        Reminders reminders = new Reminders(desk, calendar, around);
        Expected expected = new Expected(desk, mails, calendar, vitals, around);
        Silences silences = new Silences(desk, expected, mails, around);
        Judgement judgement = new Judgement(desk, firing, around);
        arming = new Arming(desk, vitals, ticks, reminders, silences);
        observing = new Observing(desk, calendar, mails, vitals, around, reminders, silences, judgement);
        waking = new Waking(
                desk, mails, calendar, ticks, reminders, silences, judgement, quiet, arming, vitals, observing);
        explaining = new Explaining(desk, calendar, mails, vitals, around);
    }

    /** Says what time it is before anything is recalled. */
    public void standAt(Instant now) {
        desk.now = now;
    }

    /** Takes what was remembered before a restart; watches follow by {@link #resume}. */
    public void remember(Map<String, String> memories, Collection<Wakeup> wakeups) {
        desk.memory.load(memories);
        desk.agenda.load(wakeups);
    }

    /** Takes in something of the past: it is known from now on and fires nothing. */
    public void recall(Arrival arrival) {
        if (arrival.fact() instanceof Mail mail) {
            if (!mails.knows(mail.messageId())) {
                mails.add(mail);
            }
        } else if (arrival.fact() instanceof CalendarItem item) {
            calendar.add(item, desk.now);
        } else {
            vitals.add((Sample) arrival.fact());
        }
    }

    /** Takes up a watch that was armed before a restart; its wake-ups are remembered already. */
    public void resume(ArmedWatch watch) {
        arming.resume(watch);
    }

    /** Arms a watch for the first time. It may come back BROKEN, with the mend. */
    public Batch arm(ArmedWatch watch, Instant now) {
        return step(now, () -> arming.arm(watch, watch.since()));
    }

    /** The person changed a watch (paused, snoozed, removed, resumed): takes its new state. */
    public Batch change(ArmedWatch watch, Instant now) {
        return step(now, () -> arming.change(watch));
    }

    /** Something arrived; it is judged as of {@code arrival.at()}. What was known already changes nothing. */
    public Batch arrive(Arrival arrival) {
        return step(arrival.at(), () -> observing.observe(arrival));
    }

    /**
     * Everything that is due until {@code till}, in order.
     *
     * @param wall the real time, by which what was missed is told from what is due now; null in a replay
     */
    public Batch advance(Instant till, Instant wall) {
        desk.wall = wall;
        try {
            desk.batch = new Batch();
            waking.drain(till);
            return desk.batch;
        } finally {
            desk.wall = null;
        }
    }

    /** The next moment at which {@link #advance} would do something. */
    public Optional<Instant> next() {
        Instant sample = vitals.next();
        Optional<Instant> wakeup = desk.agenda.next();
        if (sample == null) {
            return wakeup;
        }
        return Optional.of(wakeup.filter(at -> at.isBefore(sample)).orElse(sample));
    }

    /** The first silence whose deadline lies at or before {@code till}. */
    public Optional<Instant> firstDeadline(Instant till) {
        return desk.agenda.first(Wakeup.Kind.DEADLINE, till);
    }

    /** Why a watch cannot run here, with what mends it; null when it can. */
    public String mend(ArmedWatch watch) {
        return desk.setup.needs().mend(watch.watch());
    }

    /** The next moments at which a watch can fire or is looked at. */
    public List<Instant> nextMoments(int watch, int max) {
        return desk.agenda.of(watch).stream()
                .map(Wakeup::due)
                .distinct()
                .limit(max)
                .toList();
    }

    public Explaining explaining() {
        return explaining;
    }

    public Collection<ArmedWatch> watches() {
        return List.copyOf(desk.watches.values());
    }

    private Batch step(Instant at, Runnable work) {
        desk.batch = new Batch();
        desk.now = at.isAfter(desk.now) ? at : desk.now;
        work.run();
        return desk.batch;
    }
}
