package dev.vigil.engine.watchman;

import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.Case;
import dev.vigil.core.run.Finding;
import dev.vigil.core.run.Wakeup;
import dev.vigil.core.watch.Trigger;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** Clock watches: one wake-up ahead each. */
final class Ticks {
    private final Desk desk;

    Ticks(Desk desk) {
        this.desk = desk;
    }

    /** The next moment of a time trigger after {@code after}; empty when there is none. */
    Optional<Instant> next(ArmedWatch watch, Trigger.Time trigger, Instant after) {
        Optional<Instant> next;
        if (trigger.at() != null) {
            next = Optional.of(trigger.at().atZone(watch.zone()).toInstant());
        } else if (trigger.in() != null) {
            next = Optional.of(
                    trigger.in().after(desk.local(watch.since(), watch)).toInstant());
        } else {
            next = desk.setup
                    .recurrences()
                    .next(trigger.every(), trigger.times(), trigger.from(), watch.since(), after, watch.zone());
        }
        return next.filter(at -> at.isAfter(after)).filter(at -> !desk.over(watch, at));
    }

    void plan(ArmedWatch watch, int index, Instant after) {
        Optional<Instant> next = next(watch, (Trigger.Time) watch.watch().when().get(index), after);
        if (next.isPresent()) {
            desk.wake(watch, index, Wakeup.Kind.TICK, "next", next.get(), "");
        } else {
            desk.spend(watch.number(), index);
        }
    }

    /** The case of a tick that has come. */
    Reason come(Wakeup wakeup, boolean late) {
        ArmedWatch watch = desk.watch(wakeup.watch());
        ZonedDateTime at = desk.local(wakeup.due(), watch);
        String event = "time:" + at.toLocalDateTime();
        Finding found = new Finding(
                "when[" + wakeup.trigger() + "]",
                true,
                "it is " + at.toLocalDate() + " " + at.toLocalTime(),
                List.of(event));
        Case one = new Case(wakeup.watch(), wakeup.trigger(), event, at, List.of(found), List.of(event), null);
        Trigger.Time trigger = (Trigger.Time) watch.watch().when().get(wakeup.trigger());
        return new Reason(
                one, "time:" + wakeup.due(), () -> desk.setup.telling().time(trigger, at), late);
    }
}
