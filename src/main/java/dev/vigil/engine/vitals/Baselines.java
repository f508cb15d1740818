package dev.vigil.engine.vitals;

import java.util.TreeMap;

/** The baseline of a metric's readings, one for each hour: of the 28 days up to the hour's beginning, at rest. */
final class Baselines {
    static final int DATES = 28;
    /** So many minutes a date are readings taken by a device all along, not one by one. */
    private static final int DENSE = 10;

    private static final int KEPT_HOURS = 64;

    private final Days days;
    private final MinuteMeans means;
    private final Rest rest;
    private final TreeMap<Long, Baseline> byHour = new TreeMap<>();
    private long currentHour = Long.MIN_VALUE;
    private Baseline current;

    Baselines(Days days, MinuteMeans means, Rest rest) {
        this.days = days;
        this.means = means;
        this.rest = rest;
    }

    Baseline at(long moment) {
        long hour = Math.floorDiv(moment, Moments.HOUR);
        if (hour == currentHour) {
            return current;
        }
        Baseline found = byHour.get(hour);
        if (found == null) {
            found = compute(hour * Moments.HOUR);
            byHour.put(hour, found);
            if (byHour.size() > KEPT_HOURS) {
                byHour.pollFirstEntry();
            }
        }
        currentHour = hour;
        current = found;
        return found;
    }

    private Baseline compute(long till) {
        long from = till - DATES * Moments.DAY;
        int firstDay = (int) Math.floorDiv(from, Moments.DAY);
        int lastDay = (int) Math.floorDiv(till - 1, Moments.DAY);
        Ranks ranks = new Ranks();
        long earliest = Moments.OPEN;
        int dates = 0;
        long date = Long.MIN_VALUE;
        long today = days.of(till);
        for (int day = firstDay; day <= lastDay; day++) {
            MinuteMeans.Day resting = means.resting(day, rest);
            long start = day * Moments.DAY;
            int low = resting.before((int) Math.max(0, (from - start) / Moments.MINUTE));
            int high = resting.before((int) Math.min(MinuteMeans.MINUTES, (till - start) / Moments.MINUTE));
            if (low >= high) {
                continue;
            }
            ranks.add(resting.sorted(low, high));
            earliest = Math.min(earliest, start + resting.minute()[low] * Moments.MINUTE);
            for (int i : new int[] {low, high - 1}) {
                long local = days.of(start + resting.minute()[i] * Moments.MINUTE);
                if (local != date && local < today) {
                    date = local;
                    dates++;
                }
            }
        }
        boolean dense = ranks.size() > DENSE * Math.max(dates, 1);
        boolean young = dense && till - earliest < Baseline.DATES_NEEDED * Moments.DAY;
        return Baseline.of(ranks, young ? Math.min(dates, Baseline.DATES_NEEDED - 1) : dates);
    }
}
