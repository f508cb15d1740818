package dev.vigil.engine.vitals;

import dev.vigil.core.watch.Metric;
import dev.vigil.core.watch.Trigger.Health;
import dev.vigil.core.watch.Trigger.State;
import dev.vigil.engine.vitals.Vitals.Answer;
import dev.vigil.engine.vitals.Vitals.Point;
import dev.vigil.engine.vitals.Vitals.Stretch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Everything that Vigil knows of one metric: its samples and the states watched on it. */
abstract class Lane {
    static final int MOST_CAUSES = 3;
    /** A sample that comes later than this still counts, but no state begins with it any more. */
    static final long LATEST = 2 * Moments.DAY;

    final Metric metric;
    final Days days;
    final Log log = new Log();
    final Missing missing;
    final Reached reached;

    private final Vitals.Report report;
    private final Map<Key, Double> takenBack = new HashMap<>();

    private record Key(long start, long end, int device) {}

    Lane(Metric metric, Days days, Reached reached, Vitals.Report report) {
        this.metric = metric;
        this.days = days;
        this.reached = reached;
        this.report = report;
        this.missing = new Missing(days);
    }

    abstract void watch(Watched state);

    abstract void unwatch(Watched state);

    /** A sample was put into the log. */
    abstract void added(long position);

    /** A sample is about to be taken from the log; {@code gone} takes it out. */
    abstract void removing(long position, Runnable gone);

    /** Does what falls due up to and including {@code limit}. */
    abstract void advance(long limit);

    /** A moment before which {@link #advance} has nothing to do; cheap, may be too early, never too late. */
    abstract long bound();

    /** The next moment at which {@link #advance} has something to do. */
    abstract long next();

    abstract Answer holds(Health state, long at);

    abstract int count(Health of, long from, long till);

    abstract List<Stretch> stretches(Health of, long from, long till);

    abstract List<Point> curve(long from, long till);

    final void add(long start, long end, double value, int device) {
        if (!takenBack.isEmpty() && isDead(new Key(start, end, device), value)) {
            return;
        }
        long position = log.insert(start, end, value, device);
        if (position == Log.NONE) {
            return;
        }
        added(position);
        missing.anchor(log.end(log.last()));
    }

    private boolean isDead(Key key, double value) {
        Double dead = takenBack.get(key);
        if (dead != null && dead.isNaN()) {
            takenBack.put(key, value);
            return true;
        }
        return dead != null && dead == value;
    }

    /** Takes a sample back; should it come only later, it will not count either. */
    final void retract(long start, long end, int device) {
        Key key = new Key(start, end, device);
        long position = log.find(start, end, device);
        if (position == Log.NONE) {
            takenBack.putIfAbsent(key, Double.NaN);
        } else {
            takenBack.put(key, log.value(position));
            removing(position, () -> log.remove(position));
            long last = log.last();
            missing.anchor(last == Log.NONE ? Moments.NEVER : log.end(last));
        }
        if (takenBack.size() > 1000) {
            takenBack.keySet().removeIf(k -> k.end < end - Log.KEPT_DAYS * Moments.DAY);
        }
    }

    final void tell(Watched state, long at, Supplier<String> value, Supplier<List<String>> because) {
        if (state.begins(at)) {
            report.change(state.state, at, value.get(), because.get());
        }
    }

    final void tellMissing(Watched state, long at) {
        tell(
                state,
                at,
                () -> "no " + Words.name(metric) + " for " + Words.span(Missing.span(state)),
                () -> lastCause(at));
    }

    private List<String> lastCause(long at) {
        long last = log.upTo(at);
        return last == Log.NONE ? List.of() : List.of(cause(last));
    }

    final Answer holdsMissing(Health state, long at, long since) {
        long last = log.upTo(at);
        if (last == Log.NONE && since == Moments.NEVER) {
            return new Answer(true, "no " + Words.name(metric) + " yet", List.of());
        }
        long from = last == Log.NONE ? since : log.end(last);
        long due = days.after(from, state.lasting() == null ? Missing.DEFAULT : state.lasting());
        String value = last == Log.NONE
                ? "no " + Words.name(metric) + " yet"
                : "last " + Words.name(metric) + " " + Words.ago(at - from) + " ago";
        return new Answer(due <= at, value, last == Log.NONE ? List.of() : List.of(cause(last)));
    }

    final String cause(long position) {
        return "health:" + metric.name().toLowerCase(java.util.Locale.ROOT) + ":" + Moments.instant(log.end(position));
    }

    /** The ids of the last samples within {@code (from, till]}, newest last. */
    final List<String> causes(long from, long till) {
        List<String> causes = new ArrayList<>(MOST_CAUSES);
        for (long p = log.upTo(till);
                p != Log.NONE && log.end(p) > from && causes.size() < MOST_CAUSES;
                p = log.previous(p)) {
            String cause = cause(p);
            if (!causes.contains(cause)) {
                causes.add(0, cause);
            }
        }
        return causes;
    }

    static boolean isBaseline(State is) {
        return is == State.ELEVATED || is == State.LOW;
    }

    static boolean isMove(State is) {
        return is == State.RISES || is == State.FALLS;
    }
}
