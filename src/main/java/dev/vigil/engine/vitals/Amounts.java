package dev.vigil.engine.vitals;

/** A number for each local date, for a year and a half. */
final class Amounts {
    private static final int RING = 512;
    private static final double ROUNDING = 1e6;

    private final long[] dates = new long[RING];
    private final double[] amounts = new double[RING];
    private final boolean[] present = new boolean[RING];

    private static int slot(long date) {
        return (int) Math.floorMod(date, (long) RING);
    }

    boolean has(long date) {
        int slot = slot(date);
        return dates[slot] == date && present[slot];
    }

    double get(long date) {
        return has(date) ? amounts[slot(date)] : 0;
    }

    /** Older dates than the one that holds the place are forgotten already. */
    void set(long date, double amount) {
        int slot = slot(date);
        if (!present[slot] || dates[slot] <= date) {
            dates[slot] = date;
            amounts[slot] = amount;
            present[slot] = true;
        }
    }

    void clear(long date) {
        if (has(date)) {
            present[slot(date)] = false;
        }
    }

    double sum(long first, long end) {
        double sum = 0;
        for (long date = first; date < end; date++) {
            sum += get(date);
        }
        return round(sum);
    }

    boolean hasAny(long first, long end) {
        for (long date = first; date < end; date++) {
            if (has(date)) {
                return true;
            }
        }
        return false;
    }

    /** Shares that were split and added up again are equal to the whole. */
    static double round(double amount) {
        return Math.rint(amount * ROUNDING) / ROUNDING;
    }
}
