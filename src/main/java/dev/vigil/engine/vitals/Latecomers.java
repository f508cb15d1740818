package dev.vigil.engine.vitals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Readings that come after later ones, or are taken back. What began with them is told once; what was told already is
 * not told again because it turns out to have begun a little earlier or later. A rise or fall is not looked for.
 */
final class Latecomers {
    private final PointLane lane;
    private final Log log;
    private final Readings readings;
    private final Map<Readings.Kind, Gauge> gauges;

    Latecomers(PointLane lane, Readings readings, Map<Readings.Kind, Gauge> gauges) {
        this.lane = lane;
        this.log = lane.log;
        this.readings = readings;
        this.gauges = gauges;
    }

    /** A reading was put between others. */
    void slipIn(long position) {
        long end = log.end(position);
        long before = log.previous(position);
        long after = log.next(position);
        boolean steady = isSteady(before, position);
        List<Again> again = new ArrayList<>();
        for (var entry : gauges.entrySet()) {
            Readings.Kind kind = entry.getKey();
            if (kind.isMove()) {
                continue;
            }
            double earlier = value(kind, before);
            double value = readings.value(kind, position);
            double later = readings.value(kind, after);
            entry.getValue().slipIn(end, earlier, value, log.end(after), later, state -> until(kind, state, after));
            for (Watched state : entry.getValue().lasting()) {
                boolean meets = state.meets(value);
                boolean same = meets == state.meets(earlier) && meets == state.meets(later);
                if (!same || !steady || state.lasting().isWholeDays()) {
                    again.add(new Again(kind, state));
                }
            }
        }
        again.forEach(one -> lookAgain(one, end));
    }

    private long until(Readings.Kind kind, Watched state, long position) {
        for (long p = position; p != Log.NONE; p = log.next(p)) {
            if (!state.meets(readings.value(kind, p))) {
                return log.end(p);
            }
        }
        return Moments.OPEN;
    }

    /** Whether all goes on without a long gap around a reading, with it and without. */
    private boolean isSteady(long before, long position) {
        if (before == Log.NONE || log.end(log.next(position)) - log.end(before) > Rhythm.SHORTEST_PATIENCE) {
            return false;
        }
        long at = position;
        for (int i = 0; i <= Rhythm.RECENT; i++) {
            long next = log.next(at);
            if (next == Log.NONE) {
                return true;
            }
            if (log.end(next) - log.end(at) > Rhythm.SHORTEST_PATIENCE) {
                return false;
            }
            at = next;
        }
        return true;
    }

    /** A reading that ended then was taken away. */
    void removed(long end) {
        long before = log.upTo(end);
        long after = log.after(end);
        long last = log.last();
        for (var entry : gauges.entrySet()) {
            Gauge gauge = entry.getValue();
            if (after != Log.NONE) {
                gauge.closeUp(value(entry.getKey(), before), log.end(after), value(entry.getKey(), after));
            }
            for (Watched state : gauge.lasting()) {
                lookAgain(new Again(entry.getKey(), state), end);
            }
            gauge.settle(last == Log.NONE ? Moments.NEVER : log.end(last), value(entry.getKey(), last));
        }
    }

    private double value(Readings.Kind kind, long position) {
        return position == Log.NONE ? Double.NaN : readings.value(kind, position);
    }

    private record Again(Readings.Kind kind, Watched state) {}

    /** The readings from that moment on are not what they were: goes over a state that has to last once more. */
    private void lookAgain(Again again, long from) {
        Watched state = again.state;
        Rerun rerun = new Rerun(lane, readings, state.state);
        Watched stand = rerun.again(from);
        if (stand != null) {
            gauges.get(again.kind).resume(state, stand);
        }
        for (Rerun.Episode episode : rerun.episodes()) {
            if (episode.from() >= from) {
                if (state.begunWithin(episode.from(), Math.max(episode.from() + 1, episode.till()))) {
                    state.remember(episode.from());
                } else {
                    lane.listener(again.kind).began(state, episode.from());
                }
            }
        }
    }
}
