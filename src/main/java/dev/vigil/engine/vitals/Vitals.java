package dev.vigil.engine.vitals;

import dev.vigil.core.Trouble;
import dev.vigil.core.fact.Sample;
import dev.vigil.core.watch.Metric;
import dev.vigil.core.watch.Trigger.Health;
import dev.vigil.core.watch.Trigger.State;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns a stream of health samples into states that become true and answers about them. Not safe for several threads.
 *
 * <p>What is known at a moment is added before {@link #advance} is told of that moment: a sample that ends at midnight
 * still belongs to the day that ends there. Readings and amounts are kept for 62 days, totals by the day for a year.
 */
public final class Vitals {
    /** A sample longer than this says nothing of any day and is left out. */
    private static final long LONGEST = 31 * Moments.DAY;

    private static final long TICK = Moments.SECOND / 1000;

    private static final int MOST_DEVICES = 10_000;

    private final Days days;
    private final Reached reached = new Reached();
    private final Map<Metric, Lane> lanes = new EnumMap<>(Metric.class);
    private final Map<Health, Watched> watched = new HashMap<>();
    private final Map<String, Integer> devices = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private int made;
    private long wake = Moments.OPEN;

    /** A watched state began (became true) at {@code at}; {@code because} are ids of at most three samples. */
    public record Change(Health state, Instant at, String value, List<String> because) {}

    /** Whether a state holds, the value in words, and ids of at most three samples that it rests on. */
    public record Answer(boolean holds, String value, List<String> because) {}

    /** A workout, a sleep or a time during which a state held. */
    public record Stretch(Instant start, Instant end, String label, String cause) {}

    /** The mean (readings) or sum (amounts) of one minute. */
    public record Point(Instant minute, double value) {}

    interface Report {
        void change(Health state, long at, String value, List<String> because);
    }

    /**
     * Begins with no samples and nothing watched.
     *
     * @param zone the person's, in which days, weeks, months and nights are meant
     */
    public Vitals(ZoneId zone) {
        days = new Days(zone);
        Report report = (state, at, value, because) ->
                changes.add(new Change(state, Moments.instant(at), value, List.copyOf(because)));
        TotalLane steps = new TotalLane(Metric.STEPS, days, reached, report);
        TotalLane workouts = new TotalLane(Metric.WORKOUT, days, reached, report);
        Rest rest = new Rest(steps.log, steps.slices(), workouts.log);
        for (Metric metric : Metric.values()) {
            lanes.put(
                    metric,
                    switch (metric) {
                        case STEPS -> steps;
                        case WORKOUT -> workouts;
                        default ->
                            switch (metric.shape()) {
                                case POINT -> new PointLane(metric, days, reached, report, rest);
                                case TOTAL -> new TotalLane(metric, days, reached, report);
                                case NIGHT -> new NightLane(days, reached, report);
                            };
                    });
        }
    }

    /**
     * Reports from now on when the state becomes true; one that holds at {@code since} must end first. Counted: the same
     * state is worked out once, and has to be unwatched as often as it was watched. Of several, the earliest {@code
     * since} decides what is reported.
     *
     * @throws Trouble if the state lacks what it is to be compared with
     */
    public void watch(Health state, Instant since) {
        long from = Moments.of(since);
        Watched known = watched.get(state);
        if (known != null) {
            known.watchers++;
            known.since = Math.min(known.since, from);
            return;
        }
        check(state);
        Watched fresh = new Watched(state, from, made++);
        watched.put(state, fresh);
        lanes.get(state.metric()).watch(fresh);
        wake = Math.min(wake, lanes.get(state.metric()).bound());
    }

    private static void check(Health state) {
        if (state.is() == null) {
            throw new Trouble(
                    "Say what should happen to your " + Words.name(state.metric()) + ", for example \"above\".");
        }
        boolean relative = state.is() == State.MISSING || Lane.isBaseline(state.is());
        if (!relative && (state.value() == null || !Double.isFinite(state.value()))) {
            throw new Trouble("Say from which " + Words.name(state.metric()) + " on you want to be told.");
        }
        if (state.lasting() != null && state.lasting().isNegative()) {
            throw new Trouble("Say a time that is not negative for your " + Words.name(state.metric()) + ".");
        }
    }

    /** Ends one {@link #watch} of the state; of one that nobody watches, nothing happens. */
    public void unwatch(Health state) {
        Watched known = watched.get(state);
        if (known != null && --known.watchers == 0) {
            watched.remove(state);
            lanes.get(state.metric()).unwatch(known);
        }
    }

    /**
     * Takes in a sample, in order of {@link Sample#known()} as far as possible. What falls due before it comes first. A
     * sample that is no number, lies outside 1900 to 2200 or is longer than a month is left out.
     *
     * @return the states that began, in order of time
     */
    public List<Change> add(Sample sample) {
        if (!isSound(sample)) {
            return List.of();
        }
        long start = Moments.of(sample.start());
        long end = Moments.of(sample.end());
        long known = sample.metric() == Metric.WORKOUT ? start : end;
        if (wake < known) {
            advance(known - 1);
        }
        Lane lane = lanes.get(sample.metric());
        reached.at(known);
        int device = device(sample.device());
        if (sample.retracted()) {
            lane.retract(start, end, device);
        } else {
            if (lane instanceof TotalLane total && sample.metric() == Metric.WORKOUT) {
                total.label(start, sample.label());
            }
            lane.add(start, end, sample.value(), device);
        }
        wake = Math.min(wake, lane.bound());
        return taken();
    }

    private static boolean isSound(Sample sample) {
        return Moments.holds(sample.start())
                && Moments.holds(sample.end())
                && !sample.start().isAfter(sample.end())
                && Moments.of(sample.end()) - Moments.of(sample.start()) <= LONGEST
                && (sample.retracted()
                        || Double.isFinite(sample.value())
                                && (sample.value() >= 0 || sample.metric().shape() == Metric.Shape.POINT));
    }

    /** 0 is the unknown device. */
    private int device(String name) {
        if (name == null || name.isEmpty()) {
            return 0;
        }
        Integer known = devices.get(name);
        if (known == null) {
            if (devices.size() >= MOST_DEVICES) {
                return 0;
            }
            known = devices.size() + 1;
            devices.put(name, known);
        }
        return known;
    }

    /**
     * Brings about what time alone does, up to and including {@code now}: periods that end, samples that are missing,
     * nights that become final.
     *
     * @return the states that began, in order of time
     */
    public List<Change> advance(Instant now) {
        long limit = Moments.of(now);
        advance(limit);
        reached.at(limit);
        return taken();
    }

    private void advance(long limit) {
        while (wake <= limit) {
            for (Lane lane : lanes.values()) {
                lane.advance(limit);
            }
            wake = Moments.OPEN;
            for (Lane lane : lanes.values()) {
                wake = Math.min(wake, lane.bound());
            }
        }
    }

    private List<Change> taken() {
        if (changes.isEmpty()) {
            return List.of();
        }
        List<Change> taken = new ArrayList<>(changes);
        taken.sort(Comparator.comparing(Change::at));
        changes.clear();
        return taken;
    }

    /**
     * The next moment at which {@link #advance} should be told the time; null when there is none. It lies a millisecond
     * behind what falls due: whoever goes there step by step adds first what ends at that very moment, such as the
     * steps of a day's last hour, or the reading that comes exactly a day after the last.
     */
    public Instant next() {
        long next = Moments.OPEN;
        for (Lane lane : lanes.values()) {
            next = Math.min(next, lane.next());
        }
        return next == Moments.OPEN ? null : Moments.instant(next + TICK);
    }

    /** Whether the state holds at that moment, by what was known then; it need not be watched. */
    public Answer holds(Health state, Instant at) {
        Lane lane = lanes.get(state.metric());
        if (state.is() == State.MISSING) {
            Watched known = watched.get(state);
            return lane.holdsMissing(state, Moments.of(at), known == null ? Moments.NEVER : known.since);
        }
        return lane.holds(state, Moments.of(at));
    }

    /**
     * How many of them fall into {@code (from, till]}: readings that meet it (any, without {@code is}), for amounts days
     * (or weeks, months) that come to meet it, nights, workouts.
     */
    public int count(Health of, Instant from, Instant till) {
        if (of.is() == State.MISSING) {
            return 0;
        }
        return lanes.get(of.metric()).count(of, Moments.of(from), Moments.of(till));
    }

    /** The end of the last valid sample at or before {@code till}; null when there is none within 62 days of the newest. */
    public Instant latest(Metric metric, Instant till) {
        Log log = lanes.get(metric).log;
        long position = log.upTo(Moments.of(till));
        return position == Log.NONE ? null : Moments.instant(log.end(position));
    }

    /** Workouts, sleep, or the times during which a state held, that touch {@code [from, till]}, in order. */
    public List<Stretch> stretches(Health of, Instant from, Instant till) {
        if (of.is() == State.MISSING) {
            return List.of();
        }
        return lanes.get(of.metric()).stretches(of, Moments.of(from), Moments.of(till));
    }

    /** Minute by minute over {@code [from, till)}: means of readings, sums of amounts; minutes without are left out. */
    public List<Point> curve(Metric metric, Instant from, Instant till) {
        return lanes.get(metric).curve(Moments.of(from), Moments.of(till));
    }
}
