package dev.vigil.engine.vitals;

import dev.vigil.core.watch.Metric;
import dev.vigil.core.watch.Trigger.Health;
import dev.vigil.core.watch.Trigger.State;
import dev.vigil.engine.vitals.Vitals.Answer;
import dev.vigil.engine.vitals.Vitals.Point;
import dev.vigil.engine.vitals.Vitals.Stretch;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A metric of readings at a moment. */
final class PointLane extends Lane {
    /** Readings that come all day say something of the moment for so long, without a span to last. */
    private static final long FRESH = 15 * Moments.MINUTE;
    /** Readings that come a few times a day at most stand for so long. */
    private static final long STANDS = 28 * Moments.DAY;

    private final Rhythm rhythm;
    private final Readings readings;
    private final Averages averages;
    private final Latecomers late;
    private final Map<Readings.Kind, Gauge> gauges = new EnumMap<>(Readings.Kind.class);

    /** The same as {@code gauges}, to walk over with each reading. */
    private Readings.Kind[] kinds = {};

    private Gauge[] active = {};

    PointLane(Metric metric, Days days, Reached reached, Vitals.Report report, Rest rest) {
        super(metric, days, reached, report);
        rhythm = new Rhythm(days);
        readings = new Readings(log, days, rest);
        averages = new Averages(this, readings);
        late = new Latecomers(this, readings, gauges);
    }

    Gauge.Listener listener(Readings.Kind kind) {
        return (state, at) ->
                tell(state, at, () -> value(kind, state.state, log.upTo(at)), () -> because(state, log.upTo(at)));
    }

    private String value(Readings.Kind kind, Health state, long position) {
        String value = Words.reading(metric, log.value(position)) + readings.against(kind, metric, position);
        return state.lasting() == null ? value : value + ", for " + Words.span(state.lasting());
    }

    private List<String> because(Watched state, long position) {
        return state.lasting() == null || state.run == Moments.NEVER
                ? List.of(cause(position))
                : causes(state.run - 1, log.end(position));
    }

    @Override
    void watch(Watched state) {
        Health health = state.state;
        if (health.is() == State.MISSING) {
            missing.watch(state, reached.moment);
            return;
        }
        if (Readings.isAverage(health)) {
            averages.watch(state);
            return;
        }
        Readings.Kind kind = Readings.kind(health);
        Gauge gauge = gauges.get(kind);
        long last = log.last();
        if (gauge == null) {
            gauge = new Gauge(days, listener(kind));
            gauges.put(kind, gauge);
            line();
            if (last != Log.NONE) {
                gauge.settle(log.end(last), readings.value(kind, last));
            }
        }
        gauge.watch(state);
        if (state.lasting() != null && last != Log.NONE) {
            gauge.resume(state, new Rerun(this, readings, health).till(log.end(last), log.end(last)));
        }
    }

    @Override
    void unwatch(Watched state) {
        if (state.state.is() == State.MISSING) {
            missing.unwatch(state);
        } else if (Readings.isAverage(state.state)) {
            averages.unwatch(state);
        } else {
            Readings.Kind kind = Readings.kind(state.state);
            gauges.get(kind).unwatch(state);
            if (gauges.get(kind).isIdle()) {
                gauges.remove(kind);
                line();
            }
        }
    }

    private void line() {
        kinds = gauges.keySet().toArray(new Readings.Kind[0]);
        active = gauges.values().toArray(new Gauge[0]);
    }

    @Override
    void added(long position) {
        long end = log.end(position);
        if (end >= rhythm.last()) {
            rhythm.on(end);
            for (int i = 0; i < active.length; i++) {
                active[i].step(end, readings.value(kinds[i], position), rhythm);
            }
            return;
        }
        if (rhythm.last() - end > LATEST) {
            return;
        }
        settleRhythm();
        late.slipIn(position);
    }

    @Override
    void removing(long position, Runnable gone) {
        long end = log.end(position);
        long newest = rhythm.last();
        gone.run();
        if (newest - end > LATEST) {
            return;
        }
        settleRhythm();
        late.removed(end);
    }

    private void settleRhythm() {
        rhythm.clear();
        long last = log.last();
        if (last != Log.NONE) {
            for (long p = Rerun.back(log, last, Rhythm.RECENT + 1); p != Log.NONE; p = log.next(p)) {
                rhythm.on(log.end(p));
            }
        }
    }

    @Override
    void advance(long limit) {
        averages.advance(limit);
        missing.advance(limit, this::tellMissing);
    }

    @Override
    long bound() {
        return Math.min(averages.next(), missing.bound());
    }

    @Override
    long next() {
        return Math.min(averages.next(), missing.next());
    }

    @Override
    Answer holds(Health state, long at) {
        if (Readings.isAverage(state)) {
            return averages.holds(state, at);
        }
        long last = log.upTo(at);
        if (last == Log.NONE || state.is() == null) {
            return new Answer(false, "no " + Words.name(metric) + " yet", List.of());
        }
        Readings.Kind kind = Readings.kind(state);
        Rerun rerun = new Rerun(this, readings, state);
        Watched stand = rerun.till(at, at);
        String waits = readings.waits(kind, last);
        if (waits != null) {
            return new Answer(false, waits, List.of(cause(last)));
        }
        if (!rerun.follows(at, state.lasting() == null ? FRESH : 0, state.lasting() == null ? STANDS : 0)) {
            String value = "no " + Words.name(metric) + " for " + Words.ago(at - log.end(last));
            return new Answer(false, value, List.of(cause(last)));
        }
        boolean holds = state.lasting() == null ? stand.meets(readings.value(kind, last)) : stand.lasted;
        String value = Words.reading(metric, log.value(last)) + readings.against(kind, metric, last);
        return new Answer(holds, value, because(stand, last));
    }

    @Override
    int count(Health of, long from, long till) {
        Watched test = new Watched(of, Moments.NEVER, 0);
        boolean averaged = of.is() != null && Readings.isAverage(of);
        if (averaged) {
            return averages.count(of, from, till);
        }
        int count = 0;
        for (long p = log.after(from); p != Log.NONE && log.end(p) <= till; p = log.next(p)) {
            if (of.is() == null || test.meets(readings.value(Readings.kind(of), p))) {
                count++;
            }
        }
        return count;
    }

    @Override
    List<Stretch> stretches(Health of, long from, long till) {
        List<Stretch> found = new ArrayList<>();
        if (of.is() == null || Readings.isAverage(of)) {
            for (long p = log.after(from - 1); p != Log.NONE && log.end(p) <= till; p = log.next(p)) {
                found.add(new Stretch(
                        Moments.instant(log.start(p)), Moments.instant(log.end(p)), Words.name(metric), cause(p)));
            }
            return found;
        }
        Rerun rerun = new Rerun(this, readings, of);
        rerun.till(from, till);
        for (Rerun.Episode episode : rerun.episodes()) {
            long last = log.last();
            long end = Math.min(episode.till(), Math.max(till, log.end(last)));
            if (end >= from && episode.from() <= till) {
                found.add(new Stretch(
                        Moments.instant(episode.from()),
                        Moments.instant(end),
                        Words.name(metric),
                        cause(log.upTo(episode.from()))));
            }
        }
        return found;
    }

    @Override
    List<Point> curve(long from, long till) {
        return readings.curve(from, till);
    }
}
