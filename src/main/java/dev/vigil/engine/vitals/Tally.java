package dev.vigil.engine.vitals;

import dev.vigil.core.watch.Trigger.Over;
import dev.vigil.core.watch.Trigger.State;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * The states watched on one metric's totals over days, weeks or months. What has to be exceeded begins when the running
 * total gets there, what must not be exceeded when the period is over.
 */
final class Tally {
    interface Listener {
        void began(Watched state, long at, long first);
    }

    /** A leap over more empty periods than this is not told one by one. */
    private static final int MOST_CLOSED = 400;

    private final Over over;
    private final Days days;
    private final Totals totals;
    private final Listener listener;
    private final TreeMap<Double, List<Watched>> rising = new TreeMap<>();
    private final TreeMap<Double, List<Watched>> moving = new TreeMap<>();
    private final Set<Watched> elevated = new LinkedHashSet<>();
    private final Set<Watched> closing = new LinkedHashSet<>();

    private long first;
    private long end;
    /** The largest total that the period has reached. */
    private double high;

    Tally(Over over, Days days, Totals totals, Listener listener, long now) {
        this.over = over;
        this.days = days;
        this.totals = totals;
        this.listener = listener;
        enter(days.first(days.of(now), over));
    }

    private void enter(long date) {
        first = date;
        end = days.start(days.shift(first, over, 1));
        high = totals.of(first, over);
    }

    void watch(Watched state) {
        switch (state.state.is()) {
            case ABOVE, AT_LEAST ->
                rising.computeIfAbsent(state.turn() + 0.0, at -> new ArrayList<>(1))
                        .add(state);
            case RISES ->
                moving.computeIfAbsent(state.turn() + 0.0, at -> new ArrayList<>(1))
                        .add(state);
            case ELEVATED -> elevated.add(state);
            default -> closing.add(state);
        }
    }

    void unwatch(Watched state) {
        closing.remove(state);
        elevated.remove(state);
        for (var map : List.of(rising, moving)) {
            List<Watched> same = map.get(state.turn() + 0.0);
            if (same != null && same.remove(state) && same.isEmpty()) {
                map.remove(state.turn() + 0.0);
            }
        }
    }

    boolean isIdle() {
        return rising.isEmpty() && moving.isEmpty() && elevated.isEmpty() && closing.isEmpty();
    }

    long end() {
        return end;
    }

    boolean hasClosing() {
        return !closing.isEmpty();
    }

    /** The amount of a date grew (or shrank) by a sample that counts from {@code at}. */
    void grew(long date, double by, long at, boolean late) {
        long period = days.first(date, over);
        double total = totals.of(period, over);
        if (period != first) {
            if (by > 0 && !late) {
                cross(period, Amounts.round(total - by), total, at);
            }
        } else if (total > high) {
            double before = high;
            high = total;
            cross(period, before, total, at);
        }
    }

    private void cross(long period, double from, double to, long at) {
        reach(rising, period, from, to, at);
        if (!moving.isEmpty() && totals.hasBefore(period, over)) {
            double before = totals.before(period, over);
            reach(moving, period, Amounts.round(from - before), Amounts.round(to - before), at);
        }
        for (Watched state : elevated) {
            Baseline usual = totals.usual(period, over);
            if (usual.above(to) > 0 && !(usual.above(from) > 0)) {
                begin(state, period, at);
            }
        }
    }

    private void reach(TreeMap<Double, List<Watched>> states, long period, double from, double to, long at) {
        for (List<Watched> same : states.subMap(from, true, to, true).values()) {
            for (Watched state : same) {
                if (!state.meets(from) && state.meets(to)) {
                    begin(state, period, at);
                }
            }
        }
    }

    private void begin(Watched state, long period, long at) {
        int wanted = Periods.running(state.state);
        if (Periods.begins(days, over, period, wanted, date -> totals.meets(state.state, over, date))) {
            listener.began(state, at, period);
        }
    }

    void advance(long limit) {
        if (limit - end > MOST_CLOSED * Moments.DAY) {
            enter(days.first(days.of(limit - MOST_CLOSED * Moments.DAY), over));
        }
        while (end <= limit) {
            for (Watched state : closing) {
                if (totals.meets(state.state, over, first)) {
                    begin(state, first, end);
                }
            }
            enter(days.shift(first, over, 1));
        }
    }

    /** States that a period can only meet when it is over. */
    static boolean closes(State is) {
        return is == State.BELOW || is == State.AT_MOST || is == State.LOW || is == State.FALLS;
    }
}
