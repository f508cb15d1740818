package dev.vigil.engine.vitals;

import java.util.Arrays;

/** The minutes that say nothing of a person at rest: those with more than 60 steps and those of a workout. */
final class Rest {
    static final double MOST_STEPS = 60;
    private static final double ROUNDING = 1e-6;

    private final Log steps;
    private final Slices stepSlices;
    private final Log workouts;
    private final boolean[][] moving = new boolean[128][];
    private final int[] dates = new int[128];
    private final long[] versions = new long[128];

    Rest(Log steps, Slices stepSlices, Log workouts) {
        this.steps = steps;
        this.stepSlices = stepSlices;
        this.workouts = workouts;
    }

    /** Two equal numbers, the same minutes. */
    long version(int day) {
        long version = workouts.version();
        for (int i = 0; i <= 1 + steps.longest() / Moments.DAY && i < Log.KEPT_DAYS; i++) {
            version = version * 1_000_003L + steps.version(day + i);
        }
        return version;
    }

    boolean[] moving(int day) {
        int slot = Math.floorMod(day, dates.length);
        long version = version(day);
        if (moving[slot] == null || dates[slot] != day || versions[slot] != version) {
            moving[slot] = find(day);
            dates[slot] = day;
            versions[slot] = version;
        }
        return moving[slot];
    }

    private boolean[] find(int day) {
        long start = day * Moments.DAY;
        double[] amounts = new double[MinuteMeans.MINUTES];
        stepSlices.over(
                start,
                start + Moments.DAY,
                Moments.OPEN,
                Log.NONE,
                (from, till, amount) -> spread(amounts, from - start, till - start, amount));
        boolean[] found = new boolean[MinuteMeans.MINUTES];
        for (int i = 0; i < found.length; i++) {
            found[i] = amounts[i] > MOST_STEPS + ROUNDING;
        }
        long last = start + Moments.DAY + workouts.longest();
        for (long p = workouts.after(start); p != Log.NONE && workouts.end(p) <= last; p = workouts.next(p)) {
            long from = Math.max(0, (workouts.start(p) - start) / Moments.MINUTE);
            long till = Math.min(found.length, (workouts.end(p) - start + Moments.MINUTE - 1) / Moments.MINUTE);
            if (workouts.start(p) < start + Moments.DAY) {
                Arrays.fill(found, (int) from, (int) till, true);
            }
        }
        return found;
    }

    /** Spreads an amount over the minutes that {@code [from, till)} touches; both count from the day's start. */
    static void spread(double[] amounts, long from, long till, double amount) {
        for (long minute = from / Moments.MINUTE; minute * Moments.MINUTE < till; minute++) {
            long shared = Math.min(till, (minute + 1) * Moments.MINUTE) - Math.max(from, minute * Moments.MINUTE);
            amounts[(int) minute] += amount * ((double) shared / (till - from));
        }
    }
}
