package dev.vigil.engine.vitals;

import java.util.Arrays;

/**
 * What is ordinary for the person: the median and, around it, the larger of three median absolute deviations and a
 * tenth of the median.
 *
 * @param dates on how many dates there was something to go by
 */
record Baseline(double median, double margin, int dates) {
    static final int DATES_NEEDED = 3;

    static Baseline of(Ranks values, int dates) {
        double median = values.median();
        double deviation = values.around(median).median();
        return new Baseline(median, Math.max(3 * deviation, 0.1 * Math.abs(median)), dates);
    }

    /** Of one number a period. */
    static Baseline of(double[] values, int count) {
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        Ranks ranks = new Ranks();
        ranks.add(sorted);
        return of(ranks, count);
    }

    boolean isReady() {
        return dates >= DATES_NEEDED;
    }

    /** How far a value lies above what is ordinary; negative when it does not, NaN while the baseline waits. */
    double above(double value) {
        return isReady() ? value - (median + margin) : Double.NaN;
    }

    double below(double value) {
        return isReady() ? median - margin - value : Double.NaN;
    }
}
