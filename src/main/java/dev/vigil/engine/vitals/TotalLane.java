package dev.vigil.engine.vitals;

import dev.vigil.core.watch.Metric;
import dev.vigil.core.watch.Trigger.Health;
import dev.vigil.core.watch.Trigger.Over;
import dev.vigil.core.watch.Trigger.State;
import dev.vigil.engine.vitals.Vitals.Answer;
import dev.vigil.engine.vitals.Vitals.Point;
import dev.vigil.engine.vitals.Vitals.Stretch;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** A metric of amounts that are spread over a span and add up by day, week or month. */
final class TotalLane extends Lane {
    private final Slices slices = new Slices(log, Double.POSITIVE_INFINITY);
    private final Totals totals;
    private final TotalAnswers answers;
    private final Map<Over, Tally> tallies = new EnumMap<>(Over.class);
    /** Workouts that were known from their start and are not over yet. */
    private final PriorityQueue<Long> underway = new PriorityQueue<>();

    TotalLane(Metric metric, Days days, Reached reached, Vitals.Report report) {
        super(metric, days, reached, report);
        totals = new Totals(metric, days);
        answers = new TotalAnswers(this, slices, totals);
    }

    Slices slices() {
        return slices;
    }

    @Override
    void watch(Watched state) {
        if (state.state.is() == State.MISSING) {
            missing.watch(state, reached.moment);
            return;
        }
        Over over = state.over();
        long now = reached.moment == Moments.NEVER ? state.since : reached.moment;
        tallies.computeIfAbsent(over, o -> new Tally(o, days, totals, (s, at, first) -> told(s, over, at, first), now))
                .watch(state);
    }

    @Override
    void unwatch(Watched state) {
        if (state.state.is() == State.MISSING) {
            missing.unwatch(state);
            return;
        }
        Tally tally = tallies.get(state.over());
        tally.unwatch(state);
        if (tally.isIdle()) {
            tallies.remove(state.over());
        }
    }

    private void told(Watched state, Over over, long at, long first) {
        long end = days.start(days.shift(first, over, 1));
        boolean isOver = at > end || Tally.closes(state.state.is());
        tell(
                state,
                at,
                () -> answers.words(state.state, first, totals.of(first, over), isOver)
                        + TotalAnswers.running(state.state),
                () -> causes(days.start(first), at));
    }

    @Override
    void added(long position) {
        long end = log.end(position);
        if (metric == Metric.WORKOUT && (end > reached.moment || underway.contains(end))) {
            underway.add(end);
        } else {
            count(position, 1);
        }
    }

    @Override
    void removing(long position, Runnable gone) {
        if (!underway.contains(log.end(position))) {
            count(position, -1);
        }
        gone.run();
    }

    /** Adds what the sample contributes beside the others that count already, or takes it away. */
    private void count(long position, int sign) {
        long known = metric == Metric.WORKOUT ? Math.max(reached.moment, log.end(position)) : Moments.OPEN;
        grow(Slices.start(log, position), log.end(position), (from, till) -> {
            double with = slices.sum(from, till, known, Log.NONE);
            return sign * (with - slices.sum(from, till, known, position));
        });
    }

    /** Adds to each date that the span touches. */
    private void grow(long start, long end, LongToDoubleBetween contribution) {
        for (long date = days.of(start); days.start(date) < end; date++) {
            long from = Math.max(start, days.start(date));
            long till = Math.min(end, days.start(date + 1));
            double by = contribution.between(from, till);
            totals.add(date, by);
            for (Tally tally : tallies.values()) {
                tally.grew(date, by, end, reached.moment - end > LATEST);
            }
        }
    }

    private interface LongToDoubleBetween {
        double between(long from, long till);
    }

    @Override
    void advance(long limit) {
        while (!underway.isEmpty() && underway.peek() <= limit) {
            long end = underway.peek();
            tallies.values().forEach(tally -> tally.advance(end - 1));
            finish(end);
        }
        for (Tally tally : tallies.values()) {
            tally.advance(limit);
        }
        missing.advance(limit, this::tellMissing);
    }

    /** The workouts that end then count from now on. */
    private void finish(long end) {
        long start = end;
        for (long p = log.after(end - 1); p != Log.NONE && log.end(p) == end; p = log.next(p)) {
            start = Math.min(start, Slices.start(log, p));
        }
        while (!underway.isEmpty() && underway.peek() == end) {
            underway.poll();
        }
        reached.at(end);
        if (start < end) {
            grow(
                    start,
                    end,
                    (from, till) -> slices.sum(from, till, end, Log.NONE) - slices.sum(from, till, end - 1, Log.NONE));
        }
    }

    @Override
    long bound() {
        long bound = missing.bound();
        for (Tally tally : tallies.values()) {
            bound = Math.min(bound, tally.end());
        }
        return underway.isEmpty() ? bound : Math.min(bound, underway.peek());
    }

    @Override
    long next() {
        long next = missing.next();
        for (Tally tally : tallies.values()) {
            next = tally.hasClosing() ? Math.min(next, tally.end()) : next;
        }
        return underway.isEmpty() || tallies.isEmpty() ? next : Math.min(next, underway.peek());
    }

    @Override
    Answer holds(Health state, long at) {
        return answers.holds(state, at);
    }

    @Override
    int count(Health of, long from, long till) {
        return answers.count(of, from, till);
    }

    @Override
    List<Stretch> stretches(Health of, long from, long till) {
        return answers.stretches(of, from, till);
    }

    @Override
    List<Point> curve(long from, long till) {
        return Curves.of(log, slices, from, till);
    }

    void label(long start, String label) {
        answers.label(start, label);
    }
}
