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

    /** Orders {@code values}. */
    static Baseline of(double[] values, int count, int dates) {
        if (count == 0) {
            return new Baseline(Double.NaN, Double.NaN, 0);
        }
        double median = median(values, count);
        for (int i = 0; i < count; i++) {
            values[i] = Math.abs(values[i] - median);
        }
        double deviation = median(values, count);
        return new Baseline(median, Math.max(3 * deviation, 0.1 * Math.abs(median)), dates);
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

    /** The mean of the two in the middle when the count is even; moves the values about. */
    static double median(double[] values, int count) {
        int middle = count / 2;
        select(values, count, middle);
        if (count % 2 == 1) {
            return values[middle];
        }
        double under = values[0];
        for (int i = 1; i < middle; i++) {
            under = Math.max(under, values[i]);
        }
        return (under + values[middle]) / 2;
    }

    /** Hoare's selection with the middle of three; falls back on sorting when the pivots are poor. */
    private static void select(double[] values, int count, int wanted) {
        int low = 0;
        int high = count - 1;
        for (int round = 0; low < high; round++) {
            if (round > 64) {
                Arrays.sort(values, low, high + 1);
                return;
            }
            double a = values[low];
            double b = values[(low + high) >>> 1];
            double c = values[high];
            double pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swap = values[i];
                    values[i++] = values[j];
                    values[j--] = swap;
                }
            }
            if (wanted <= j) {
                high = j;
            } else if (wanted >= i) {
                low = i;
            } else {
                return;
            }
        }
    }
}
