package dev.vigil.engine.vitals;

import dev.vigil.engine.vitals.Vitals.Point;
import java.util.ArrayList;
import java.util.List;

/** Merged amounts minute by minute. */
final class Curves {
    private Curves() {}

    /** Minutes that nothing fell into are left out; a minute counts where it begins within {@code [from, till)}. */
    static List<Point> of(Log log, Slices slices, long from, long till) {
        List<Point> points = new ArrayList<>();
        if (log.first() == Log.NONE) {
            return points;
        }
        long begin = Math.max(from, log.end(log.first()) - log.longest() - 1);
        long finish = Math.min(till, log.end(log.last()));
        double[] amounts = new double[MinuteMeans.MINUTES];
        for (long day = Math.floorDiv(begin, Moments.DAY); day * Moments.DAY < finish; day++) {
            long start = day * Moments.DAY;
            java.util.Arrays.fill(amounts, 0);
            slices.over(
                    start,
                    start + Moments.DAY,
                    Moments.OPEN,
                    Log.NONE,
                    (a, b, amount) -> Rest.spread(amounts, a - start, b - start, amount));
            for (int i = 0; i < amounts.length; i++) {
                long minute = start + i * Moments.MINUTE;
                if (amounts[i] > 0 && minute >= from && minute < till) {
                    points.add(new Point(Moments.instant(minute), Amounts.round(amounts[i])));
                }
            }
        }
        return points;
    }
}
