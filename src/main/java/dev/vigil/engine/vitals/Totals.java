package dev.vigil.engine.vitals;

import dev.vigil.core.watch.Metric;
import dev.vigil.core.watch.Trigger.Health;
import dev.vigil.core.watch.Trigger.Over;

/** The amounts of a metric by calendar period, and whether one meets a state. */
final class Totals {
    private static final int DAYS_BEFORE = 28;
    private static final int WEEKS_BEFORE = 8;
    private static final int MONTHS_BEFORE = 12;

    final Amounts byDate = new Amounts();
    private final Metric metric;
    private final Days days;
    private long firstDate = Long.MAX_VALUE;
    private int changes;
    private Baseline usual;
    private long usualFor = Long.MIN_VALUE;
    private Over usualOver;
    private int usualChanges;

    Totals(Metric metric, Days days) {
        this.metric = metric;
        this.days = days;
    }

    /** Adds to a date; {@code earlier} when the date is not the newest. */
    void add(long date, double amount) {
        firstDate = Math.min(firstDate, date);
        byDate.set(date, byDate.get(date) + amount);
        changes++;
    }

    double of(long first, Over over) {
        return byDate.sum(first, days.shift(first, over, 1));
    }

    /**
     * A period counts once there was a sample at all: a day without any then is a day of nothing. Without workouts that
     * goes from the start.
     */
    boolean isKnown(long first, Over over) {
        return metric == Metric.WORKOUT || days.shift(first, over, 1) > firstDate;
    }

    boolean meets(Health state, Over over, long first) {
        return meets(state, over, first, of(first, over));
    }

    boolean meets(Health state, Over over, long first, double total) {
        if (!isKnown(first, over)) {
            return false;
        }
        return switch (state.is()) {
            case ABOVE, BELOW, AT_LEAST, AT_MOST -> Watched.meets(state.is(), state.value(), total);
            case ELEVATED -> usual(first, over).above(total) > 0;
            case LOW ->
                byDate.hasAny(first, days.shift(first, over, 1))
                        && usual(first, over).below(total) > 0;
            case RISES, FALLS ->
                hasBefore(first, over)
                        && Watched.meets(state.is(), state.value(), Amounts.round(total - before(first, over)));
            case MISSING -> false;
        };
    }

    boolean hasBefore(long first, Over over) {
        long before = days.shift(first, over, -1);
        return byDate.hasAny(before, first);
    }

    double before(long first, Over over) {
        return of(days.shift(first, over, -1), over);
    }

    /** What the periods before that one came to, those with samples; a first week or month that began in the middle is left out. */
    Baseline usual(long first, Over over) {
        if (usualFor == first && usualOver == over && usualChanges == changes) {
            return usual;
        }
        int count = over == Over.DAY ? DAYS_BEFORE : over == Over.WEEK ? WEEKS_BEFORE : MONTHS_BEFORE;
        double[] totals = new double[count];
        int found = 0;
        for (int i = 1; i <= count; i++) {
            long start = days.shift(first, over, -i);
            if ((over == Over.DAY || start >= firstDate) && byDate.hasAny(start, days.shift(start, over, 1))) {
                totals[found++] = of(start, over);
            }
        }
        usual = Baseline.of(totals, found);
        usualFor = first;
        usualOver = over;
        usualChanges = changes;
        return usual;
    }
}
