package dev.vigil.engine.vitals;

import java.util.Arrays;

/**
 * How often readings come, and what that says of the newest one: whether the time before it was too long to call the
 * readings unbroken.
 */
final class Rhythm {
    static final long SHORTEST_PATIENCE = 5 * Moments.MINUTE;
    /** Readings that come a few times a day at most leave gaps of this length. */
    static final long LONG_GAP = 6 * Moments.HOUR;
    /** How many intervals count as recent. */
    static final int RECENT = 10;

    private final Days days;
    private final long[] intervals = new long[RECENT];
    private int known;
    private int longOnes;
    private long last = Moments.NEVER;
    private long date;
    private boolean broken;
    private boolean dayBroken;
    private boolean firstOfDate;
    private boolean dateMissed;

    Rhythm(Days days) {
        this.days = days;
    }

    void on(long moment) {
        if (last == Moments.NEVER) {
            date = days.of(moment);
            firstOfDate = true;
            dateMissed = true;
            broken = false;
            dayBroken = false;
            last = moment;
            return;
        }
        long gap = moment - last;
        boolean tooLong = gap > SHORTEST_PATIENCE && gap > patience();
        note(gap);
        long before = date;
        date = days.of(moment);
        firstOfDate = date != before;
        dateMissed = date > before + 1;
        broken = tooLong;
        dayBroken = tooLong && !(date <= before + 1 && isSparse());
        last = moment;
    }

    private void note(long gap) {
        int at = known % RECENT;
        if (known >= RECENT && intervals[at] >= LONG_GAP) {
            longOnes--;
        }
        intervals[at] = gap;
        if (gap >= LONG_GAP) {
            longOnes++;
        }
        known = known + 1 == 2 * RECENT ? RECENT : known + 1;
    }

    /** How long after the newest reading the next one still follows on: five minutes or three recent intervals. */
    long patience() {
        int count = Math.min(known, RECENT);
        if (count == 0) {
            return SHORTEST_PATIENCE;
        }
        long[] sorted = Arrays.copyOf(intervals, count);
        Arrays.sort(sorted);
        long median = count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2;
        return Math.max(SHORTEST_PATIENCE, 3 * median);
    }

    /** Readings come a few times a day at most: among the recent intervals at least one in five is long. */
    boolean isSparse() {
        int count = Math.min(known, RECENT);
        return count == 0 || longOnes * 5 >= count;
    }

    /** The newest reading does not follow on from the one before it. */
    boolean isBroken() {
        return broken;
    }

    /** The same for spans of whole days: readings on two days running follow on where they come that seldom. */
    boolean isDayBroken() {
        return dayBroken;
    }

    boolean isFirstOfDate() {
        return firstOfDate;
    }

    /** No reading fell on the day before this one's. */
    boolean hasMissedDate() {
        return dateMissed;
    }

    /** The newest reading's local date. */
    long date() {
        return date;
    }

    long last() {
        return last;
    }

    void clear() {
        known = 0;
        longOnes = 0;
        last = Moments.NEVER;
    }
}
