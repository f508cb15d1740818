package dev.vigil.engine.acts;

import dev.vigil.core.port.Recurrences;
import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.Wakeup;
import dev.vigil.core.watch.Trigger;
import dev.vigil.core.watch.Until;
import dev.vigil.core.watch.Watch.Repeat;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The next moments of a watch while no engine runs: those of its time triggers, and those for which the last run left
 * wake-ups.
 */
public final class Upcoming {
    private static final Set<Wakeup.Kind> FIRING =
            Set.of(Wakeup.Kind.TICK, Wakeup.Kind.REMINDER, Wakeup.Kind.DEADLINE, Wakeup.Kind.NAMED_DATE);
    private final Recurrences recurrences;
    private final InstantSource clock;

    public Upcoming(Recurrences recurrences, InstantSource clock) {
        this.recurrences = recurrences;
        this.clock = clock;
    }

    /** Soonest first, at most so many. */
    public List<Instant> of(ArmedWatch watch, Collection<Wakeup> wakeups, int max) {
        Instant after =
                watch.resumes() == null ? clock.instant() : watch.resumes().minusMillis(1);
        TreeSet<Instant> moments = new TreeSet<>();
        for (int i = 0; i < watch.watch().when().size(); i++) {
            if (watch.watch().when().get(i) instanceof Trigger.Time time
                    && !watch.spent().contains(i)) {
                moments.addAll(moments(time, watch, after, max));
            }
        }
        wakeups.stream()
                .filter(wakeup -> wakeup.watch() == watch.number() && FIRING.contains(wakeup.kind()))
                .map(Wakeup::due)
                .forEach(moments::add);
        Optional<Instant> end = end(watch);
        return moments.stream()
                .filter(moment ->
                        moment.isAfter(after) && end.map(moment::isBefore).orElse(true))
                .limit(max)
                .toList();
    }

    private List<Instant> moments(Trigger.Time time, ArmedWatch watch, Instant after, int max) {
        if (time.at() != null) {
            return List.of(time.at().atZone(watch.zone()).toInstant());
        }
        if (time.in() != null) {
            return List.of(time.in().after(watch.since().atZone(watch.zone())).toInstant());
        }
        boolean always = watch.watch().repeat() == Repeat.ALWAYS;
        return Stream.iterate(
                        next(time, watch, after),
                        Optional::isPresent,
                        last -> last.flatMap(moment -> next(time, watch, moment)))
                .map(Optional::orElseThrow)
                .limit(always ? max : 1)
                .toList();
    }

    private Optional<Instant> next(Trigger.Time time, ArmedWatch watch, Instant after) {
        return recurrences.next(time.every(), time.times(), time.from(), watch.since(), after, watch.zone());
    }

    /** The first moment at which the watch no longer fires; a moment as its end is itself included. */
    private static Optional<Instant> end(ArmedWatch watch) {
        Until until = watch.watch().until();
        if (until == null || until instanceof Until.Clock) {
            return Optional.empty();
        }
        Instant end = until.end(watch.zone());
        return Optional.of(until instanceof Until.Moment ? end.plusMillis(1) : end);
    }
}
