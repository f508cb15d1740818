package dev.vigil.engine.watchman;

import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.Wakeup;
import dev.vigil.core.watch.Trigger;
import dev.vigil.core.watch.Until;
import dev.vigil.engine.vitals.Vitals;
import java.time.Instant;
import java.util.List;

/** Arms, disarms and takes up watches. */
final class Arming {
    private final Desk desk;
    private final Vitals vitals;
    private final Ticks ticks;
    private final Reminders reminders;
    private final Silences silences;

    Arming(Desk desk, Vitals vitals, Ticks ticks, Reminders reminders, Silences silences) {
        this.desk = desk;
        this.vitals = vitals;
        this.ticks = ticks;
        this.reminders = reminders;
        this.silences = silences;
    }

    /** {@code from}: clock moments after it are planned, also those that have passed: they were missed. */
    void arm(ArmedWatch watch, Instant from) {
        String mend = desk.setup.needs().mend(watch.watch());
        if (mend != null) {
            desk.save(watch.broken(mend));
            return;
        }
        resume(watch);
        desk.save(watch);
        plan(watch, from);
    }

    /** Into the rules and the states, without planning. */
    void resume(ArmedWatch watch) {
        desk.watches.put(watch.number(), watch);
        if (watch.state() != ArmedWatch.State.ARMED) {
            return;
        }
        desk.setup.judge().arm(watch);
        reminders.follow(watch);
        for (Trigger trigger : watch.watch().when()) {
            listen(trigger, watch.since());
        }
    }

    private void listen(Trigger trigger, Instant since) {
        if (trigger instanceof Trigger.Health health) {
            vitals.watch(health, since);
        } else if (trigger instanceof Trigger.Silence silence && silence.after() instanceof Trigger.Health health) {
            vitals.watch(health, since);
        }
    }

    private void unlisten(Trigger trigger) {
        if (trigger instanceof Trigger.Health health) {
            vitals.unwatch(health);
        } else if (trigger instanceof Trigger.Silence silence && silence.after() instanceof Trigger.Health health) {
            vitals.unwatch(health);
        }
    }

    private void plan(ArmedWatch watch, Instant from) {
        List<Trigger> when = watch.watch().when();
        for (int i = 0; i < when.size(); i++) {
            Trigger trigger = when.get(i);
            if (watch.spent().contains(i)) {
                continue;
            }
            if (trigger instanceof Trigger.Time) {
                ticks.plan(watch, i, from);
            } else if (trigger instanceof Trigger.Calendar calendar) {
                planEvents(watch, "when[" + i + "]", calendar);
            } else if (trigger instanceof Trigger.Silence silence) {
                silences.plan(watch, i);
                if (silence.after() instanceof Trigger.Calendar calendar) {
                    planEvents(watch, "when[" + i + "].after", calendar);
                }
            }
        }
        Until until = watch.watch().until();
        if (until != null) {
            desk.wake(
                    watch,
                    -1,
                    Wakeup.Kind.EXPIRE,
                    "until",
                    until.end(watch.zone()).plusSeconds(1),
                    "");
        }
    }

    private void planEvents(ArmedWatch watch, String path, Trigger.Calendar trigger) {
        if (trigger.moment() == Trigger.Moment.START || trigger.moment() == Trigger.Moment.END) {
            reminders.planAll(watch, path, trigger);
        }
    }

    /** Takes the state that the person gave it. */
    void change(ArmedWatch watch) {
        ArmedWatch before = desk.watches.get(watch.number());
        if (before != null && before.state() == ArmedWatch.State.ARMED) {
            desk.setup.judge().disarm(watch.number());
            before.watch().when().forEach(this::unlisten);
        }
        desk.agenda.settleIf(watch.number(), wakeup -> true, desk.batch);
        if (watch.state() == ArmedWatch.State.ARMED) {
            arm(watch, desk.now);
            return;
        }
        desk.watches.put(watch.number(), watch);
        if (watch.state() == ArmedWatch.State.SNOOZED && watch.resumes() != null) {
            desk.wake(watch, -1, Wakeup.Kind.RESUME, "snooze", watch.resumes(), "");
        }
        if (watch.state() == ArmedWatch.State.REMOVED) {
            desk.watches.remove(watch.number());
        }
    }
}
