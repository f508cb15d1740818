package dev.vigil.engine.vitals;

import dev.vigil.core.watch.Metric;
import dev.vigil.core.watch.Trigger.Health;
import dev.vigil.core.watch.Trigger.Over;
import dev.vigil.engine.vitals.Vitals.Point;
import java.util.ArrayList;
import java.util.List;

/** What a reading amounts to: itself, how far it lies from what is ordinary, how far it moved. */
final class Readings {
    enum Kind {
        RAW(null),
        HIGH(null),
        LOW(null),
        MOVE_DAY(Over.DAY),
        MOVE_WEEK(Over.WEEK),
        MOVE_MONTH(Over.MONTH);

        private final Over over;

        Kind(Over over) {
            this.over = over;
        }

        boolean isMove() {
            return over != null;
        }
    }

    /** Readings that close together are one measurement. */
    private static final long TOGETHER = 30 * Moments.MINUTE;

    private final Log log;
    private final Days days;
    private final MinuteMeans means;
    private final Baselines baselines;

    Readings(Log log, Days days, Rest rest) {
        this.log = log;
        this.days = days;
        this.means = new MinuteMeans(log);
        this.baselines = new Baselines(days, means, rest);
    }

    /** About the average of a calendar period, not about single readings. */
    static boolean isAverage(Health state) {
        return state.over() != null && state.is() != null && !Lane.isMove(state.is());
    }

    static Kind kind(Health state) {
        return switch (state.is()) {
            case ELEVATED -> Kind.HIGH;
            case LOW -> Kind.LOW;
            case RISES, FALLS ->
                state.over() == null || state.over() == Over.DAY
                        ? Kind.MOVE_DAY
                        : state.over() == Over.WEEK ? Kind.MOVE_WEEK : Kind.MOVE_MONTH;
            default -> Kind.RAW;
        };
    }

    double value(Kind kind, long position) {
        double value = log.value(position);
        return switch (kind) {
            case RAW -> value;
            case HIGH -> baselines.at(log.end(position)).above(value);
            case LOW -> baselines.at(log.end(position)).below(value);
            case MOVE_DAY, MOVE_WEEK, MOVE_MONTH -> Amounts.round(value - reference(position, kind.over));
        };
    }

    /**
     * What the reading is compared with to say that it rose or fell: the measurement that stood when the span began, if
     * it was not more than another span old; else the first one within the span. NaN when there is none.
     */
    private double reference(long position, Over over) {
        long start = days.before(log.end(position), over);
        long stood = log.upTo(start);
        if (stood == Log.NONE || log.end(stood) < days.before(start, over)) {
            long first = log.after(start);
            return log.end(first) < log.end(position) ? log.value(first) : Double.NaN;
        }
        double sum = 0;
        int count = 0;
        for (long p = stood; p != Log.NONE && log.end(p) > log.end(stood) - TOGETHER; p = log.previous(p)) {
            sum += log.value(p);
            count++;
        }
        return sum / count;
    }

    Baseline baseline(long moment) {
        return baselines.at(moment);
    }

    /** What the reading is held against, in words, to be put after it. */
    String against(Kind kind, Metric metric, long position) {
        if (kind == Kind.RAW) {
            return "";
        }
        if (kind.isMove()) {
            double move = value(kind, position);
            if (Double.isNaN(move)) {
                return ", nothing to compare it with";
            }
            return (move < 0 ? ", down " : ", up ") + Words.amount(metric, Math.abs(move)) + " "
                    + Words.within(kind.over);
        }
        Baseline usual = baselines.at(log.end(position));
        return usual.isReady() ? ", usually " + Words.amount(metric, usual.median()) : "";
    }

    /** Why nothing can be said yet, or null. */
    String waits(Kind kind, long position) {
        if (kind != Kind.HIGH && kind != Kind.LOW) {
            return null;
        }
        Baseline usual = baselines.at(log.end(position));
        return usual.isReady()
                ? null
                : "waiting for three days of data to know what is usual (" + usual.dates() + " so far)";
    }

    /** The mean over the minutes with readings in {@code [from, till)}; NaN when there are none. */
    double average(long from, long till) {
        double sum = 0;
        int count = 0;
        long first = log.first();
        if (first == Log.NONE) {
            return Double.NaN;
        }
        long begin = Math.max(from, log.end(first) - Moments.MINUTE);
        for (int day = day(begin); day <= day(Math.min(till - 1, log.end(log.last()))); day++) {
            MinuteMeans.Day minutes = means.of(day);
            long start = day * Moments.DAY;
            for (int i = 0; i < minutes.minute().length; i++) {
                long at = start + minutes.minute()[i] * Moments.MINUTE;
                if (at >= from && at < till) {
                    sum += minutes.mean()[i];
                    count++;
                }
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    List<Point> curve(long from, long till) {
        List<Point> points = new ArrayList<>();
        long first = log.first();
        if (first == Log.NONE) {
            return points;
        }
        long begin = Math.max(from, log.end(first) - Moments.MINUTE);
        for (int day = day(begin); day <= day(Math.min(till, log.end(log.last()))); day++) {
            MinuteMeans.Day minutes = means.of(day);
            long start = day * Moments.DAY;
            for (int i = 0; i < minutes.minute().length; i++) {
                long at = start + minutes.minute()[i] * Moments.MINUTE;
                if (at >= from && at < till) {
                    points.add(new Point(Moments.instant(at), minutes.mean()[i]));
                }
            }
        }
        return points;
    }

    private static int day(long moment) {
        return (int) Math.floorDiv(moment, Moments.DAY);
    }
}
