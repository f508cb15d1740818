package dev.vigil.engine.vitals;

import dev.vigil.core.watch.Span;
import dev.vigil.core.watch.Trigger.Health;
import dev.vigil.core.watch.Trigger.Over;
import dev.vigil.core.watch.Trigger.State;

/** One distinct state that somebody watches, however many watch it, and where its current run stands. */
final class Watched {
    private static final int REMEMBERED = 32;

    final Health state;
    final int id;
    int watchers = 1;
    /** Transitions up to here are history. */
    long since;

    /** Where a run of readings that meet the state began; {@link Moments#NEVER} when there is none. */
    long run = Moments.NEVER;
    /** When the run has lasted, by the clock and by calendar days. */
    long due;

    long dueDay;
    boolean lasted;

    private final long[] fired = new long[REMEMBERED];
    private int firings;

    Watched(Health state, long since, int id) {
        this.id = id;
        this.state = state;
        this.since = since;
    }

    /** For a value that is held against the state's own threshold: the reading, the total, the rise. */
    boolean meets(double value) {
        return meets(state.is(), state.value() == null ? 0 : state.value(), value);
    }

    static boolean meets(State is, double threshold, double value) {
        return switch (is) {
            case ABOVE -> value > threshold;
            case BELOW -> value < threshold;
            case AT_LEAST, RISES -> value >= threshold;
            case AT_MOST -> value <= threshold;
            case FALLS -> value <= -threshold;
            case ELEVATED, LOW -> value > 0;
            case MISSING -> false;
        };
    }

    /** Where on the scale of values the state turns. */
    double turn() {
        return switch (state.is()) {
            case ABOVE, BELOW, AT_LEAST, AT_MOST, RISES -> state.value();
            case FALLS -> -state.value();
            case ELEVATED, LOW, MISSING -> 0;
        };
    }

    Span lasting() {
        return state.lasting() == null || state.lasting().isZero() ? null : state.lasting();
    }

    Over over() {
        return state.over() == null ? Over.DAY : state.over();
    }

    /** Remembers that it began then; false when that is history. */
    boolean begins(long at) {
        remember(at);
        return at > since;
    }

    /** What is told already turned out to have begun then. */
    void remember(long at) {
        if (!begunWithin(at, at + 1)) {
            fired[firings % REMEMBERED] = at;
            firings++;
        }
    }

    /** Whether it was reported to begin within {@code [from, till)}, or too long ago to say. */
    boolean begunWithin(long from, long till) {
        long earliest = Moments.OPEN;
        for (int i = 0; i < Math.min(firings, REMEMBERED); i++) {
            if (fired[i] >= from && fired[i] < till) {
                return true;
            }
            earliest = Math.min(earliest, fired[i]);
        }
        return firings >= REMEMBERED && till <= earliest;
    }
}
