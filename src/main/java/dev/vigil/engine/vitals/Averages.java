package dev.vigil.engine.vitals;

import dev.vigil.core.watch.Trigger.Health;
import dev.vigil.core.watch.Trigger.Over;
import dev.vigil.core.watch.Trigger.State;
import dev.vigil.engine.vitals.Vitals.Answer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * States about the average of a metric's readings over a calendar day, week or month. The average of an unfinished
 * period says little, so a state of this kind begins when the period is over; asked in between, it speaks of the
 * average so far.
 */
final class Averages {
    private final PointLane lane;
    private final Readings readings;
    private final Map<Over, List<Watched>> states = new EnumMap<>(Over.class);
    private final Map<Over, Long> ends = new EnumMap<>(Over.class);
    private long next = Moments.OPEN;

    Averages(PointLane lane, Readings readings) {
        this.lane = lane;
        this.readings = readings;
    }

    void watch(Watched state) {
        states.computeIfAbsent(state.over(), over -> new ArrayList<>()).add(state);
        if (!ends.containsKey(state.over())) {
            long now = lane.reached.moment == Moments.NEVER ? state.since : lane.reached.moment;
            Over over = state.over();
            Days days = lane.days;
            ends.put(over, days.shift(days.first(days.of(now), over), over, 1));
            measure();
        }
    }

    void unwatch(Watched state) {
        List<Watched> same = states.get(state.over());
        same.remove(state);
        if (same.isEmpty()) {
            states.remove(state.over());
            ends.remove(state.over());
            measure();
        }
    }

    private void measure() {
        next = Moments.OPEN;
        for (long date : ends.values()) {
            next = Math.min(next, lane.days.start(date));
        }
    }

    long next() {
        return next;
    }

    void advance(long limit) {
        while (next <= limit) {
            for (Over over : List.copyOf(ends.keySet())) {
                long end = ends.get(over);
                if (lane.days.start(end) == next) {
                    close(over, lane.days.shift(end, over, -1), end);
                    ends.put(over, lane.days.shift(end, over, 1));
                }
            }
            measure();
        }
    }

    private void close(Over over, long first, long end) {
        long from = lane.days.start(first);
        long till = lane.days.start(end);
        double average = readings.average(from, till);
        for (Watched state : states.get(over)) {
            int wanted = Periods.running(state.state);
            if (Periods.begins(lane.days, over, first, wanted, date -> ended(state.state, date))) {
                lane.tell(
                        state,
                        till,
                        () -> "average " + Words.reading(lane.metric, average) + " " + Words.period(over),
                        () -> lane.causes(from - 1, till - 1));
            }
        }
    }

    /** Whether the period that begins on that date meets it, now that it is over. */
    private boolean ended(Health state, long first) {
        long till = lane.days.start(lane.days.shift(first, state.over(), 1));
        return meets(state, readings.average(lane.days.start(first), till), till);
    }

    private boolean meets(Health state, double average, long till) {
        if (state.is() == State.ELEVATED) {
            return readings.baseline(till).above(average) > 0;
        }
        if (state.is() == State.LOW) {
            return readings.baseline(till).below(average) > 0;
        }
        return !Double.isNaN(average) && Watched.meets(state.is(), state.value(), average);
    }

    Answer holds(Health state, long at) {
        Days days = lane.days;
        long from = days.start(days.first(days.of(at), state.over()));
        double average = readings.average(from, at + 1);
        if (Double.isNaN(average)) {
            return new Answer(false, "no " + Words.name(lane.metric) + " " + Words.soFar(state.over()), List.of());
        }
        if (Lane.isBaseline(state.is()) && !readings.baseline(at).isReady()) {
            return new Answer(
                    false, readings.waits(Readings.kind(state), lane.log.upTo(at)), lane.causes(from - 1, at));
        }
        String value = "average " + Words.reading(lane.metric, average) + " " + Words.soFar(state.over());
        return new Answer(meets(state, average, at), value, lane.causes(from - 1, at));
    }

    /** How many periods that ended within {@code (from, till]} meet it. */
    int count(Health of, long from, long till) {
        Days days = lane.days;
        int count = 0;
        long first = days.first(days.of(from), of.over());
        for (; ; first = days.shift(first, of.over(), 1)) {
            long end = days.start(days.shift(first, of.over(), 1));
            if (end > till) {
                return count;
            }
            if (end > from && ended(of, first)) {
                count++;
            }
        }
    }
}
