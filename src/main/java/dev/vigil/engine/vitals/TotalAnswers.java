package dev.vigil.engine.vitals;

import dev.vigil.core.watch.Metric;
import dev.vigil.core.watch.Trigger.Health;
import dev.vigil.core.watch.Trigger.Over;
import dev.vigil.core.watch.Trigger.State;
import dev.vigil.engine.vitals.Vitals.Answer;
import dev.vigil.engine.vitals.Vitals.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Questions about totals and workouts at a given moment. */
final class TotalAnswers {
    private final TotalLane lane;
    private final Days days;
    private final Log log;
    private final Slices slices;
    private final Totals totals;
    private final TreeMap<Long, String> labels = new TreeMap<>();

    TotalAnswers(TotalLane lane, Slices slices, Totals totals) {
        this.lane = lane;
        this.days = lane.days;
        this.log = lane.log;
        this.slices = slices;
        this.totals = totals;
    }

    void label(long start, String label) {
        if (!label.isEmpty()) {
            labels.put(start, label);
            labels.headMap(start - Log.KEPT_DAYS * Moments.DAY).clear();
        }
    }

    private static Over over(Health state) {
        return state.over() == null ? Over.DAY : state.over();
    }

    /** The total of the period as it was known at that moment: days that a later sample may reach into are summed anew. */
    private double known(long first, Over over, long at) {
        long end = Math.min(days.shift(first, over, 1), days.of(at) + 1);
        if (end <= first) {
            return 0;
        }
        long sure = Math.max(first, Math.min(end - 1, days.of(at - log.longest() - 1)));
        double rest = slices.sum(days.start(sure), days.start(end), at, Log.NONE);
        return Amounts.round(totals.byDate.sum(first, sure) + rest);
    }

    Answer holds(Health state, long at) {
        if (state.is() == null) {
            List<Stretch> now = lane.metric == Metric.WORKOUT ? workouts(state, at, at) : List.of();
            return now.isEmpty()
                    ? new Answer(false, "no workout", List.of())
                    : new Answer(true, now.get(0).label(), List.of(now.get(0).cause()));
        }
        Over over = over(state);
        long first = days.first(days.of(at), over);
        if (!totals.isKnown(first, over)) {
            return new Answer(false, "no " + Words.name(lane.metric) + " yet", List.of());
        }
        double total = known(first, over, at);
        List<String> because = lane.causes(days.start(first), at);
        if (Lane.isBaseline(state.is()) && !totals.usual(first, over).isReady()) {
            String value = "waiting for three days of data to know what is usual ("
                    + totals.usual(first, over).dates() + " so far)";
            return new Answer(false, value, because);
        }
        int wanted = Periods.running(state);
        boolean holds = totals.meets(state, over, first, total)
                && (wanted == 1
                        || Periods.ran(
                                days,
                                over,
                                days.shift(first, over, -1),
                                wanted - 1,
                                date -> totals.meets(state, over, date)));
        String value = words(state, first, total, false);
        return new Answer(holds, holds ? value + running(state) : value, because);
    }

    String words(Health state, long first, double total, boolean isOver) {
        Over over = over(state);
        String value = Words.amount(lane.metric, total) + " " + (isOver ? Words.period(over) : Words.soFar(over));
        if (Lane.isBaseline(state.is())) {
            value += ", usually "
                    + Words.amount(lane.metric, totals.usual(first, over).median());
        } else if (Lane.isMove(state.is())) {
            value += ", " + Words.amount(lane.metric, totals.before(first, over)) + " the one before";
        }
        return value;
    }

    static String running(Health state) {
        int wanted = Periods.running(state);
        return wanted == 1 ? "" : ", " + wanted + " running";
    }

    int count(Health of, long from, long till) {
        if (lane.metric == Metric.WORKOUT && of.over() == null) {
            int count = 0;
            for (Stretch workout : workouts(of, from, till)) {
                long start = Moments.of(workout.start());
                count += start > from && start <= till ? 1 : 0;
            }
            return count;
        }
        if (of.is() == null) {
            int count = 0;
            for (long p = log.after(from); p != Log.NONE && log.end(p) <= till; p = log.next(p)) {
                count++;
            }
            return count;
        }
        return periods(of, from, till);
    }

    /** The periods in which it came to hold within {@code (from, till]}: when exceeded, else when over. */
    private int periods(Health of, long from, long till) {
        Over over = over(of);
        int count = 0;
        for (long first = days.first(days.of(from), over);
                days.start(first) <= till;
                first = days.shift(first, over, 1)) {
            long start = days.start(first);
            long end = days.start(days.shift(first, over, 1));
            if (Tally.closes(of.is())) {
                count += end > from && end <= till && totals.meets(of, over, first) ? 1 : 0;
            } else if (totals.meets(of, over, first, known(first, over, Math.min(till, end)))) {
                count += start >= from || !totals.meets(of, over, first, known(first, over, from)) ? 1 : 0;
            }
        }
        return count;
    }

    List<Stretch> stretches(Health of, long from, long till) {
        return lane.metric == Metric.WORKOUT && of.over() == null ? workouts(of, from, till) : held(of, from, till);
    }

    /** Workouts that overlap are one workout, seen by several devices. */
    private List<Stretch> workouts(Health of, long from, long till) {
        List<Stretch> found = new ArrayList<>();
        for (Merged workout : Merged.of(log, from, till, 0)) {
            double minutes = slices.sum(workout.start(), workout.end(), Moments.OPEN, Log.NONE);
            if (of.is() == null || of.value() != null && Watched.meets(of.is(), of.value(), Amounts.round(minutes))) {
                String label = labels.getOrDefault(workout.start(), "workout");
                found.add(workout.stretch(label, lane.cause(workout.first())));
            }
        }
        return found;
    }

    private List<Stretch> held(Health of, long from, long till) {
        List<Stretch> found = new ArrayList<>();
        if (of.is() == null || of.is() == State.MISSING) {
            return found;
        }
        Over over = over(of);
        for (long first = days.first(days.of(from), over);
                days.start(first) <= till;
                first = days.shift(first, over, 1)) {
            long start = days.start(first);
            long end = days.start(days.shift(first, over, 1));
            long last = Math.min(end, Math.max(till, lane.reached.moment));
            long turn = turn(of, over, first, start, last);
            boolean below = Tally.closes(of.is());
            if (turn > start || !below) {
                found.addAll(piece(below ? start : turn, below ? turn : last, from, till));
            }
        }
        return found;
    }

    /** When the running total came to meet the state, or no longer met it; {@code end} when never. */
    private long turn(Health of, Over over, long first, long start, long end) {
        boolean below = Tally.closes(of.is());
        long turn = end;
        for (long p = log.after(start); p != Log.NONE && log.end(p) <= end; p = log.next(p)) {
            long at = log.end(p);
            if (totals.meets(of, over, first, known(first, over, at)) != below) {
                turn = at;
                break;
            }
        }
        return turn;
    }

    private List<Stretch> piece(long start, long end, long from, long till) {
        if (start >= end || end < from || start > till) {
            return List.of();
        }
        long position = log.upTo(start);
        String cause = position == Log.NONE ? "" : lane.cause(position);
        return List.of(new Stretch(Moments.instant(start), Moments.instant(end), Words.name(lane.metric), cause));
    }
}
