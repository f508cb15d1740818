package dev.vigil.engine.vitals;

import dev.vigil.core.watch.Trigger.Health;
import dev.vigil.core.watch.Trigger.Over;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** The hours of each night, when the person fell asleep and woke, and when the night is final. */
final class Nights {
    private static final LocalTime DUSK = LocalTime.of(18, 0);
    private static final LocalTime NOON = LocalTime.NOON;
    /** Who wakes later than this and stays awake has had the night. */
    private static final LocalTime MORNING = LocalTime.of(4, 0);

    private static final long AWAKE = 90 * Moments.MINUTE;
    /** A night's only record that is this long and ends in the morning is the whole night. */
    private static final long WHOLE = 3 * Moments.HOUR;

    private static final int NIGHTS_BEFORE = 28;
    private static final int NIGHTS_NEEDED = 3;

    private final Log log;
    private final Slices slices;
    private final Days days;
    private final Amounts hours = new Amounts();
    private final Amounts fell = new Amounts();
    private final Amounts woke = new Amounts();
    private final Amounts whole = new Amounts();
    private final Amounts closed = new Amounts();

    Nights(Log log, Slices slices, Days days) {
        this.log = log;
        this.slices = slices;
        this.days = days;
    }

    long from(long date) {
        return days.at(date - 1, DUSK);
    }

    long till(long date) {
        return days.at(date, NOON);
    }

    /** The nights that a stretch of sleep falls into; none for a nap in the afternoon. */
    List<Long> touchedBy(long start, long end) {
        List<Long> dates = new ArrayList<>(1);
        for (long date = days.of(start); date <= days.of(end) + 1; date++) {
            if (start < till(date) && end > from(date)) {
                dates.add(date);
            }
        }
        return dates;
    }

    void measure(long date) {
        long from = from(date);
        long till = till(date);
        long first = Moments.OPEN;
        long last = Moments.NEVER;
        long longest = 0;
        long longestEnd = 0;
        int longestDevice = 0;
        for (long p = log.after(from); p != Log.NONE && log.end(p) <= till + log.longest(); p = log.next(p)) {
            long start = Math.max(log.start(p), from);
            long end = Math.min(log.end(p), till);
            if (start < end) {
                first = Math.min(first, start);
                last = Math.max(last, end);
                if (end - start > longest) {
                    longest = end - start;
                    longestEnd = end;
                    longestDevice = log.device(p);
                }
            }
        }
        if (last == Moments.NEVER) {
            hours.clear(date);
            closed.clear(date);
            return;
        }
        hours.set(date, Amounts.round(slices.sum(from, till, Moments.OPEN, Log.NONE)));
        fell.set(date, first - from);
        woke.set(date, last - from);
        boolean only =
                longest >= WHOLE && longestEnd >= days.at(date, MORNING) && countOf(longestDevice, from, till) == 1;
        whole.set(date, only ? longestEnd - from : 0);
    }

    private int countOf(int device, long from, long till) {
        int count = 0;
        for (long p = log.after(from); p != Log.NONE && log.end(p) <= till + log.longest(); p = log.next(p)) {
            count += log.device(p) == device && log.start(p) < till ? 1 : 0;
        }
        return count;
    }

    boolean has(long date) {
        return hours.has(date);
    }

    double hours(long date) {
        return hours.get(date);
    }

    long fell(long date) {
        return from(date) + (long) fell.get(date);
    }

    long woke(long date) {
        return from(date) + (long) woke.get(date);
    }

    /** The night came as one record, so that its end is the waking. */
    boolean isWhole(long date) {
        return whole.get(date) > 0;
    }

    /** The night is final as it is; what is added later no longer changes when it was. */
    void close(long date) {
        closed.set(date, finalAt(date) - from(date));
    }

    long finalAt(long date) {
        if (closed.has(date)) {
            return from(date) + (long) closed.get(date);
        }
        if (isWhole(date)) {
            return from(date) + (long) whole.get(date);
        }
        long woke = woke(date);
        long noon = till(date);
        return woke >= days.at(date, MORNING) ? Math.min(noon, woke + AWAKE) : noon;
    }

    boolean isFinal(long date, long at) {
        return has(date) && finalAt(date) <= at;
    }

    /** About several nights together. */
    boolean isAverage(Health state) {
        return (state.over() == Over.WEEK || state.over() == Over.MONTH) && !Lane.isMove(state.is());
    }

    static int nights(Over over) {
        return over == Over.MONTH ? 30 : over == Over.WEEK ? 7 : 1;
    }

    /** The mean of the recorded ones among the last 7 or 30 nights; NaN for less than three. */
    double average(long date, Over over) {
        double sum = 0;
        int count = 0;
        for (long night = date - nights(over) + 1; night <= date; night++) {
            if (has(night)) {
                sum += hours(night);
                count++;
            }
        }
        return count < Math.min(NIGHTS_NEEDED, nights(over)) ? Double.NaN : sum / count;
    }

    Baseline usual(long date) {
        double[] values = new double[NIGHTS_BEFORE];
        int count = 0;
        for (long night = date - NIGHTS_BEFORE; night < date; night++) {
            if (has(night)) {
                values[count++] = hours(night);
            }
        }
        return Baseline.of(values, count);
    }

    boolean meets(Health state, long date) {
        if (!has(date)) {
            return false;
        }
        double value = isAverage(state) ? average(date, state.over()) : hours(date);
        return switch (state.is()) {
            case ABOVE, BELOW, AT_LEAST, AT_MOST ->
                !Double.isNaN(value) && Watched.meets(state.is(), state.value(), value);
            case ELEVATED -> usual(date).above(value) > 0;
            case LOW -> usual(date).below(value) > 0;
            case RISES, FALLS -> moved(state, date);
            case MISSING -> false;
        };
    }

    /** The night against the one before, or the last 7 or 30 nights against as many before them. */
    private boolean moved(Health state, long date) {
        Over over = state.over() == null ? Over.DAY : state.over();
        double move = average(date, over) - average(date - nights(over), over);
        return !Double.isNaN(move) && Watched.meets(state.is(), state.value(), Amounts.round(move));
    }
}
