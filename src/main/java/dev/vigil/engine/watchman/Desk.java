package dev.vigil.engine.watchman;

import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.Batch;
import dev.vigil.core.run.Wakeup;
import dev.vigil.core.watch.Watch;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the parts of a watchman share: the watches, the agenda, the memory, the moment, and the batch in the making. */
final class Desk {
    final Setup setup;
    final Map<Integer, ArmedWatch> watches = new TreeMap<>();
    final Agenda agenda = new Agenda();
    final Memory memory;
    Batch batch = new Batch();
    Instant now = Instant.MIN;
    /** The real time while missed moments are caught up; null in a replay. */
    Instant wall;

    Desk(Setup setup) {
        this.setup = setup;
        this.memory = new Memory(setup.person());
    }

    ArmedWatch watch(int number) {
        return watches.get(number);
    }

    boolean active(int number) {
        ArmedWatch watch = watches.get(number);
        return watch != null && watch.state() == ArmedWatch.State.ARMED;
    }

    ZonedDateTime local(Instant at, ArmedWatch watch) {
        return at.atZone(watch.zone());
    }

    void wake(ArmedWatch watch, int trigger, Wakeup.Kind kind, String key, Instant due, String note) {
        agenda.set(new Wakeup(setup.person(), watch.number(), trigger, kind, key, due, note), batch);
    }

    /** Past its `until`, a watch fires no more. */
    boolean over(ArmedWatch watch, Instant at) {
        return watch.watch().until() != null
                && !at.isBefore(watch.watch().until().end(watch.zone()))
                && !at.equals(lastMoment(watch));
    }

    /** `until` a moment includes the moment itself. */
    private static Instant lastMoment(ArmedWatch watch) {
        return watch.watch().until() instanceof dev.vigil.core.watch.Until.Moment moment
                ? moment.end(watch.zone())
                : null;
    }

    void save(ArmedWatch watch) {
        watches.put(watch.number(), watch);
        batch.watches.removeIf(other -> other.number() == watch.number());
        batch.watches.add(watch);
    }

    /** Marks a trigger of a `once` watch as used; with the last one the watch is done. */
    void spend(int number, int trigger) {
        ArmedWatch watch = watches.get(number);
        if (watch.watch().repeat() != Watch.Repeat.ONCE || watch.spent().contains(trigger)) {
            return;
        }
        TreeSet<Integer> spent = new TreeSet<>(watch.spent());
        spent.add(trigger);
        boolean all = spent.size() == watch.watch().when().size();
        save(watch.spending(spent, all ? ArmedWatch.State.DONE : watch.state()));
        agenda.settleIf(number, wakeup -> all || wakeup.trigger() == trigger, batch);
        if (all) {
            setup.judge().disarm(number);
        }
    }

    boolean spent(int number, int trigger) {
        return watches.get(number).spent().contains(trigger);
    }
}
