package dev.vigil.engine.vitals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/**
 * One number that moves with each reading, and the states that are held against it. A reading touches only those whose
 * turning point lies between the number before and the number now, and those that have lasted long enough.
 */
final class Gauge {
    interface Listener {
        void began(Watched state, long at);

        default void ended(Watched state, long at) {}
    }

    private final Days days;
    private final Listener listener;
    private final TreeMap<Double, List<Watched>> turns = new TreeMap<>();
    private final Set<Watched> lasting = new LinkedHashSet<>();
    private final TreeSet<Watched> byClock =
            new TreeSet<>(Comparator.<Watched>comparingLong(w -> w.due).thenComparingInt(w -> w.id));
    private final TreeSet<Watched> byDay =
            new TreeSet<>(Comparator.<Watched>comparingLong(w -> w.dueDay).thenComparingInt(w -> w.id));

    private double last = Double.NaN;
    private long lastMoment = Moments.NEVER;
    /** No state turns strictly between these two, and the last number lies between them. */
    private double floor = Double.NaN;

    private double ceiling = Double.NaN;

    Gauge(Days days, Listener listener) {
        this.days = days;
        this.listener = listener;
    }

    void watch(Watched state) {
        turns.computeIfAbsent(state.turn() + 0.0, at -> new ArrayList<>(1)).add(state);
        if (state.lasting() != null) {
            lasting.add(state);
        }
        fence();
    }

    /** Takes over where a state stands that was watched elsewhere until now. */
    void resume(Watched state, Watched stand) {
        leave(state);
        state.run = stand.run;
        state.lasted = stand.lasted;
        state.due = stand.due;
        state.dueDay = stand.dueDay;
        if (state.run != Moments.NEVER && !state.lasted) {
            enter(state);
        }
    }

    void unwatch(Watched state) {
        leave(state);
        lasting.remove(state);
        List<Watched> same = turns.get(state.turn() + 0.0);
        same.remove(state);
        if (same.isEmpty()) {
            turns.remove(state.turn() + 0.0);
        }
        fence();
    }

    boolean isIdle() {
        return turns.isEmpty();
    }

    Set<Watched> lasting() {
        return lasting;
    }

    /** Sets the number without any state turning: what was known before anybody watched. */
    void settle(long moment, double value) {
        last = value;
        lastMoment = moment;
        fence();
    }

    void step(long moment, double value, Rhythm rhythm) {
        if (!(value > floor && value < ceiling && last > floor && last < ceiling)) {
            cross(moment, value, rhythm);
        }
        if (!lasting.isEmpty()) {
            if (rhythm.isBroken() || rhythm.hasMissedDate()) {
                restart(moment, value, rhythm);
            }
            complete(moment, rhythm);
        }
        last = value;
        lastMoment = moment;
    }

    private void cross(long moment, double value, Rhythm rhythm) {
        if (Double.isNaN(last) && Double.isNaN(value)) {
            return;
        }
        boolean all = Double.isNaN(last) || Double.isNaN(value);
        var crossed = all
                ? turns.values()
                : turns.subMap(Math.min(last, value), true, Math.max(last, value), true)
                        .values();
        for (List<Watched> same : crossed) {
            for (Watched state : same) {
                boolean was = state.meets(last);
                boolean is = state.meets(value);
                if (was == is) {
                    continue;
                }
                if (state.lasting() == null) {
                    if (is) {
                        listener.began(state, moment);
                    } else {
                        listener.ended(state, moment);
                    }
                } else if (is) {
                    begin(state, moment, rhythm);
                } else {
                    end(state, moment);
                }
            }
        }
        double before = last;
        last = value;
        fence();
        last = before;
    }

    private void fence() {
        if (Double.isNaN(last)) {
            floor = Double.NaN;
            ceiling = Double.NaN;
            return;
        }
        Double under = turns.floorKey(last);
        Double over = turns.ceilingKey(last);
        floor = under == null ? Double.NEGATIVE_INFINITY : under;
        ceiling = over == null ? Double.POSITIVE_INFINITY : over;
    }

    private void begin(Watched state, long moment, Rhythm rhythm) {
        state.run = moment;
        state.lasted = false;
        state.due = days.after(moment, state.lasting());
        state.dueDay = (rhythm.isFirstOfDate() ? rhythm.date() : rhythm.date() + 1)
                + state.lasting().days()
                - 1;
        enter(state);
    }

    private void end(Watched state, long at) {
        leave(state);
        if (state.lasted) {
            listener.ended(state, at);
        }
        state.run = Moments.NEVER;
        state.lasted = false;
    }

    private void enter(Watched state) {
        byClock.add(state);
        if (state.lasting().isWholeDays()) {
            byDay.add(state);
        }
    }

    private void leave(Watched state) {
        if (state.run != Moments.NEVER && !state.lasted) {
            byClock.remove(state);
            byDay.remove(state);
        }
    }

    private void restart(long moment, double value, Rhythm rhythm) {
        for (Watched state : lasting) {
            if (state.run == Moments.NEVER || state.run == moment) {
                continue;
            }
            boolean whole = state.lasting().isWholeDays();
            if (whole ? rhythm.isDayBroken() : rhythm.isBroken()) {
                end(state, lastMoment);
                begin(state, moment, rhythm);
            } else if (whole && rhythm.hasMissedDate() && !state.lasted) {
                byDay.remove(state);
                state.dueDay = rhythm.date() + state.lasting().days() - 1;
                byDay.add(state);
            }
        }
    }

    private void complete(long moment, Rhythm rhythm) {
        while (!byClock.isEmpty() && byClock.first().due <= moment) {
            complete(byClock.first(), moment);
        }
        if (!byDay.isEmpty() && rhythm.isSparse()) {
            while (!byDay.isEmpty() && byDay.first().dueDay <= rhythm.date()) {
                complete(byDay.first(), moment);
            }
        }
    }

    private void complete(Watched state, long moment) {
        leave(state);
        state.lasted = true;
        listener.began(state, moment);
    }

    /**
     * A reading that became known late, between two others: states without a span that it alone meets began at it, those
     * that it interrupts began anew after it, unless they were told for that time before.
     *
     * @param until when a state that holds at {@code next} ends
     */
    void slipIn(long at, double before, double value, long next, double after, ToLongFunction<Watched> until) {
        var touched = Double.isNaN(before) || Double.isNaN(value) || Double.isNaN(after)
                ? turns.values()
                : turns.subMap(
                                Math.min(value, Math.min(before, after)),
                                true,
                                Math.max(value, Math.max(before, after)),
                                true)
                        .values();
        for (List<Watched> same : touched) {
            for (Watched state : same) {
                if (state.lasting() != null) {
                    continue;
                }
                boolean was = state.meets(before);
                boolean is = state.meets(value);
                boolean then = state.meets(after);
                if (!was && is && !then && !state.begunWithin(at, next)) {
                    listener.began(state, at);
                } else if (!was && is && then) {
                    state.remember(at);
                } else if (was && !is && then && !state.begunWithin(next, until.applyAsLong(state))) {
                    listener.began(state, next);
                }
            }
        }
    }

    /** A reading between two others was taken away: what it began begins with the next, and has been told. */
    void closeUp(double before, long next, double after) {
        var touched = Double.isNaN(before)
                ? turns.values()
                : turns.subMap(Math.min(before, after), true, Math.max(before, after), true)
                        .values();
        for (List<Watched> same : touched) {
            for (Watched state : same) {
                if (state.lasting() == null && !state.meets(before) && state.meets(after)) {
                    state.remember(next);
                }
            }
        }
    }
}
