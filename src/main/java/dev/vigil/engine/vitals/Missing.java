package dev.vigil.engine.vitals;

import dev.vigil.core.watch.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * The deadlines after which a metric counts as missing. Spans with the same number of calendar days fall due in the
 * order of their clock part whatever the clock does, so each such group needs to look at its first only.
 */
final class Missing {
    static final Span DEFAULT = Span.ofDays(1);

    private final Days days;
    private final TreeMap<Integer, List<Watched>> groups = new TreeMap<>();
    private long anchor = Moments.NEVER;
    private long next = Moments.OPEN;
    private boolean stale;
    /** A bound below the next deadline that needs no calendar. */
    private long shortest = Moments.OPEN;

    Missing(Days days) {
        this.days = days;
    }

    static Span span(Watched state) {
        return state.lasting() == null ? DEFAULT : state.lasting();
    }

    void watch(Watched state, long now) {
        List<Watched> group = groups.computeIfAbsent(span(state).days(), n -> new ArrayList<>());
        group.add(state);
        group.sort(Comparator.comparing(w -> span(w).clock()));
        state.run = anchor;
        state.lasted = anchor != Moments.NEVER && now != Moments.NEVER && due(state) <= now;
        measure();
    }

    void unwatch(Watched state) {
        List<Watched> group = groups.get(span(state).days());
        group.remove(state);
        if (group.isEmpty()) {
            groups.remove(span(state).days());
        }
        measure();
    }

    private void measure() {
        shortest = Moments.OPEN;
        for (List<Watched> group : groups.values()) {
            long nominal = span(group.get(0)).nominal().getSeconds() * Moments.SECOND;
            shortest = Math.min(shortest, nominal - 3 * Moments.HOUR);
        }
        stale = true;
    }

    /** The last valid sample ended then; whoever was missing it no longer is. */
    void anchor(long moment) {
        if (moment == anchor) {
            return;
        }
        anchor = moment;
        stale = true;
    }

    private long due(Watched state) {
        long from = anchor == Moments.NEVER ? state.since : anchor;
        return days.after(from, span(state));
    }

    /** The first deadline that has not passed. */
    long next() {
        if (groups.isEmpty()) {
            return Moments.OPEN;
        }
        if (stale) {
            next = Moments.OPEN;
            for (List<Watched> group : groups.values()) {
                for (Watched state : group) {
                    if (state.run != anchor || !state.lasted) {
                        next = Math.min(next, due(state));
                        if (anchor != Moments.NEVER) {
                            break;
                        }
                    }
                }
            }
            stale = false;
        }
        return next;
    }

    /** Not later than {@link #next}, and mostly known without the calendar. */
    long bound() {
        if (groups.isEmpty()) {
            return Moments.OPEN;
        }
        return stale && anchor != Moments.NEVER && shortest > 0 ? anchor + shortest : next();
    }

    void advance(long now, Gauge.Listener listener) {
        while (next() <= now) {
            for (List<Watched> group : groups.values()) {
                for (Watched state : group) {
                    boolean open = state.run != anchor || !state.lasted;
                    long due = open ? due(state) : Moments.OPEN;
                    if (due <= now) {
                        state.run = anchor;
                        state.lasted = true;
                        listener.began(state, due);
                    } else if (open && anchor != Moments.NEVER) {
                        break;
                    }
                }
            }
            stale = true;
        }
    }
}
