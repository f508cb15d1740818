package dev.vigil.engine.vitals;

import java.util.Arrays;

/** The mean of each minute that has readings, a UTC day at a time, kept until the day changes. */
final class MinuteMeans {
    static final int MINUTES = 1440;

    /**
     * One day.
     *
     * @param minute which minutes of the day have readings, ascending
     * @param mean their means
     * @param ascending the same, smallest first; of the resting minutes only
     */
    record Day(int version, long restVersion, short[] minute, double[] mean, double[] ascending) {
        /** How many minutes come before that one. */
        int before(int limit) {
            int at = Arrays.binarySearch(minute, (short) limit);
            return at < 0 ? -at - 1 : at;
        }

        /** The means of some of its minutes, smallest first. */
        double[] sorted(int from, int till) {
            if (from == 0 && till == mean.length) {
                return ascending;
            }
            double[] some = Arrays.copyOfRange(mean, from, till);
            Arrays.sort(some);
            return some;
        }
    }

    private final Log log;
    private final Day[] all = new Day[128];
    private final Day[] resting = new Day[128];
    private final int[] dates = new int[128];

    MinuteMeans(Log log) {
        this.log = log;
    }

    Day of(int day) {
        int slot = Math.floorMod(day, dates.length);
        if (dates[slot] != day) {
            dates[slot] = day;
            all[slot] = null;
            resting[slot] = null;
        }
        int version = log.version(day);
        if (all[slot] == null || all[slot].version != version) {
            all[slot] = means(day, version);
            resting[slot] = null;
        }
        return all[slot];
    }

    private Day means(int day, int version) {
        short[] minutes = new short[MINUTES];
        double[] means = new double[MINUTES];
        int count = 0;
        long start = day * Moments.DAY;
        double sum = 0;
        int readings = 0;
        int current = -1;
        for (long p = log.after(start - 1); p != Log.NONE && log.end(p) < start + Moments.DAY; p = log.next(p)) {
            int minute = (int) ((log.end(p) - start) / Moments.MINUTE);
            if (minute != current) {
                if (readings > 0) {
                    minutes[count] = (short) current;
                    means[count++] = sum / readings;
                }
                current = minute;
                sum = 0;
                readings = 0;
            }
            sum += log.value(p);
            readings++;
        }
        if (readings > 0) {
            minutes[count] = (short) current;
            means[count++] = sum / readings;
        }
        return new Day(version, 0, Arrays.copyOf(minutes, count), Arrays.copyOf(means, count), null);
    }

    /** The same without the minutes in which the person was moving. */
    Day resting(int day, Rest rest) {
        Day full = of(day);
        int slot = Math.floorMod(day, dates.length);
        long version = rest.version(day);
        if (resting[slot] == null || resting[slot].restVersion != version) {
            boolean[] moving = rest.moving(day);
            short[] minutes = new short[full.minute.length];
            double[] means = new double[full.minute.length];
            int count = 0;
            for (int i = 0; i < full.minute.length; i++) {
                if (!moving[full.minute[i]]) {
                    minutes[count] = full.minute[i];
                    means[count++] = full.mean[i];
                }
            }
            double[] ascending = Arrays.copyOf(means, count);
            Arrays.sort(ascending);
            resting[slot] = new Day(
                    full.version, version, Arrays.copyOf(minutes, count), Arrays.copyOf(means, count), ascending);
        }
        return resting[slot];
    }
}
