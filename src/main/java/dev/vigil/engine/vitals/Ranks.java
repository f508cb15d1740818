package dev.vigil.engine.vitals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Medians over many ascending runs of numbers without putting them together: what is usual over 28 days, of which only
 * the newest changes from hour to hour.
 */
final class Ranks {
    /** A run, or one side of it seen as distances from a centre; either way ascending. */
    private record Run(double[] numbers, int from, int size, boolean downwards, double centre) {
        double at(int index) {
            return downwards ? centre - numbers[from - index] : numbers[from + index] - centre;
        }

        /** How many of {@code [low, high)} are smaller than that, or not larger; {@code low} included in the answer. */
        int split(int low, int high, double pivot, boolean inclusive) {
            int a = low;
            int b = high;
            while (a < b) {
                int middle = (a + b) >>> 1;
                double value = at(middle);
                if (value < pivot || inclusive && value == pivot) {
                    a = middle + 1;
                } else {
                    b = middle;
                }
            }
            return a;
        }
    }

    private final List<Run> runs = new ArrayList<>();
    private int size;

    /** Adds an ascending run. */
    void add(double[] run) {
        add(new Run(run, 0, run.length, false, 0));
    }

    private void add(Run run) {
        if (run.size > 0) {
            runs.add(run);
            size += run.size;
        }
    }

    int size() {
        return size;
    }

    /** The median of an even number of values is the mean of the two in the middle; NaN when there are none. */
    double median() {
        if (size == 0) {
            return Double.NaN;
        }
        double upper = rank(size / 2);
        return size % 2 == 1 ? upper : (rank(size / 2 - 1) + upper) / 2;
    }

    /** The distances from a number. */
    Ranks around(double centre) {
        Ranks distances = new Ranks();
        for (Run run : runs) {
            int split = Arrays.binarySearch(run.numbers, centre);
            split = split < 0 ? -split - 1 : split;
            distances.add(new Run(run.numbers, split - 1, split, true, centre));
            distances.add(new Run(run.numbers, split, run.size - split, false, centre));
        }
        return distances;
    }

    /** The number that so many are before, in ascending order: narrows every run around the middle of the longest. */
    private double rank(int before) {
        int[] low = new int[runs.size()];
        int[] high = new int[runs.size()];
        for (int i = 0; i < high.length; i++) {
            high[i] = runs.get(i).size;
        }
        while (true) {
            int longest = 0;
            for (int i = 1; i < high.length; i++) {
                longest = high[i] - low[i] > high[longest] - low[longest] ? i : longest;
            }
            double pivot = runs.get(longest).at((low[longest] + high[longest]) >>> 1);
            if (count(low, high, pivot, false) > before) {
                narrow(low, high, pivot, false);
            } else if (count(low, high, pivot, true) > before) {
                return pivot;
            } else {
                narrow(low, high, pivot, true);
            }
        }
    }

    /** How many numbers there are below the pivot, or up to it. */
    private int count(int[] low, int[] high, double pivot, boolean inclusive) {
        int count = 0;
        for (int i = 0; i < low.length; i++) {
            count += runs.get(i).split(low[i], high[i], pivot, inclusive);
        }
        return count;
    }

    /** Keeps what lies above the pivot, or what lies below it. */
    private void narrow(int[] low, int[] high, double pivot, boolean above) {
        for (int i = 0; i < low.length; i++) {
            int split = runs.get(i).split(low[i], high[i], pivot, above);
            if (above) {
                low[i] = split;
            } else {
                high[i] = split;
            }
        }
    }
}
