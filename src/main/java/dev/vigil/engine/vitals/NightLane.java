package dev.vigil.engine.vitals;

import dev.vigil.core.watch.Metric;
import dev.vigil.core.watch.Trigger.Health;
import dev.vigil.core.watch.Trigger.Over;
import dev.vigil.core.watch.Trigger.State;
import dev.vigil.engine.vitals.Vitals.Answer;
import dev.vigil.engine.vitals.Vitals.Point;
import dev.vigil.engine.vitals.Vitals.Stretch;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Sleep, by the night: 18:00 to 12:00, of the morning's date. */
final class NightLane extends Lane {
    /** Awake for so long in between, a person still slept in one go; waking is what comes after. */
    private static final long STIRRING = Moments.HOUR;

    private final Slices slices = new Slices(log, 1);
    private final Nights nights;
    private final Set<Watched> states = new LinkedHashSet<>();
    /** Nights with sleep that are not final yet. */
    private final TreeSet<Long> open = new TreeSet<>();

    private long nextFinal = Moments.OPEN;

    NightLane(Days days, Reached reached, Vitals.Report report) {
        super(Metric.SLEEP, days, reached, report);
        nights = new Nights(log, slices, days);
    }

    @Override
    void watch(Watched state) {
        if (state.state.is() == State.MISSING) {
            missing.watch(state, reached.moment);
        } else {
            states.add(state);
        }
    }

    @Override
    void unwatch(Watched state) {
        if (state.state.is() == State.MISSING) {
            missing.unwatch(state);
        } else {
            states.remove(state);
        }
    }

    @Override
    void added(long position) {
        for (long date : nights.touchedBy(log.start(position), log.end(position))) {
            boolean wasFinal = nights.has(date) && !open.contains(date);
            nights.measure(date);
            if (!wasFinal) {
                open.add(date);
                if (nights.isWhole(date) && nights.finalAt(date) <= Math.max(reached.moment, log.end(position))) {
                    close(date);
                }
            }
        }
        look();
    }

    @Override
    void removing(long position, Runnable gone) {
        List<Long> touched = nights.touchedBy(log.start(position), log.end(position));
        gone.run();
        for (long date : touched) {
            nights.measure(date);
            if (!nights.has(date)) {
                open.remove(date);
            }
        }
        look();
    }

    private void close(long date) {
        open.remove(date);
        nights.close(date);
        for (Watched state : states) {
            if (begins(state, date)) {
                long at = nights.finalAt(date);
                tell(
                        state,
                        at,
                        () -> words(state.state, date, true),
                        () -> causes(nights.from(date), nights.till(date)));
            }
        }
    }

    /** Every night that meets it is told anew; what rests on several nights when it comes to hold. */
    private boolean begins(Watched state, long date) {
        if (nights.isAverage(state.state)) {
            return nights.meets(state.state, date) && !nights.meets(state.state, date - 1);
        }
        int wanted = Periods.running(state.state);
        return Periods.begins(days, Over.DAY, date, wanted, night -> nights.meets(state.state, night));
    }

    private String words(Health state, long date, boolean running) {
        if (nights.isAverage(state)) {
            return Words.hours(nights.average(date, state.over())) + " asleep on average " + Words.within(state.over());
        }
        String value = Words.hours(nights.hours(date)) + " asleep last night";
        if (isBaseline(state.is())) {
            value += ", usually " + Words.hours(nights.usual(date).median());
        }
        int wanted = Periods.running(state);
        return wanted == 1 || !running ? value : value + ", " + wanted + " nights running";
    }

    @Override
    void advance(long limit) {
        while (nextFinal <= limit) {
            long earliest = nextFinal;
            for (long date : List.copyOf(open)) {
                if (nights.finalAt(date) == earliest) {
                    close(date);
                }
            }
            look();
        }
        missing.advance(limit, this::tellMissing);
    }

    /** Looks up anew which of the open nights is final first. */
    private void look() {
        nextFinal = Moments.OPEN;
        for (long date : open) {
            nextFinal = Math.min(nextFinal, nights.finalAt(date));
        }
    }

    @Override
    long bound() {
        return Math.min(nextFinal, missing.bound());
    }

    @Override
    long next() {
        return Math.min(states.isEmpty() ? Moments.OPEN : nextFinal, missing.next());
    }

    @Override
    Answer holds(Health state, long at) {
        long today = days.of(at);
        long date = nights.isFinal(today, at) ? today : today - 1;
        if (state.is() == null) {
            boolean asleep = !stretches(state, at, at).isEmpty();
            return new Answer(asleep, asleep ? "asleep" : "awake", causes(nights.from(today), at));
        }
        if (!nights.isFinal(date, at)) {
            return new Answer(false, "no sleep recorded last night", List.of());
        }
        List<String> because = causes(nights.from(date), nights.till(date));
        if (isBaseline(state.is()) && !nights.usual(date).isReady()) {
            String value = "waiting for three nights of data to know what is usual ("
                    + nights.usual(date).dates() + " so far)";
            return new Answer(false, value, because);
        }
        if (nights.isAverage(state) && Double.isNaN(nights.average(date, state.over()))) {
            return new Answer(false, "waiting for three nights of data", because);
        }
        int wanted = nights.isAverage(state) ? 1 : Periods.running(state);
        boolean holds = Periods.ran(days, Over.DAY, date, wanted, night -> nights.meets(state, night));
        return new Answer(holds, words(state, date, holds), because);
    }

    @Override
    int count(Health of, long from, long till) {
        int count = 0;
        for (long date = days.of(from) - 1; date <= days.of(till) + 1; date++) {
            if (nights.has(date)) {
                long at = of.is() == null ? nights.woke(date) : nights.finalAt(date);
                count += at > from && at <= till && (of.is() == null || nights.meets(of, date)) ? 1 : 0;
            }
        }
        return count;
    }

    /** Sleep as a person would tell it; with a state, the nights that meet it. */
    @Override
    List<Stretch> stretches(Health of, long from, long till) {
        List<Stretch> found = new ArrayList<>();
        if (of.is() == null) {
            for (Merged sleep : Merged.of(log, from, till, STIRRING)) {
                found.add(sleep.stretch("sleep", cause(sleep.last())));
            }
            return found;
        }
        for (long date = days.of(from); date <= days.of(till) + 1; date++) {
            if (nights.has(date) && nights.woke(date) >= from && nights.fell(date) <= till && nights.meets(of, date)) {
                long last = log.upTo(nights.woke(date));
                found.add(new Stretch(
                        Moments.instant(nights.fell(date)),
                        Moments.instant(nights.woke(date)),
                        "sleep",
                        last == Log.NONE ? "" : cause(last)));
            }
        }
        return found;
    }

    @Override
    List<Point> curve(long from, long till) {
        return Curves.of(log, slices, from, till);
    }
}
