package dev.vigil.store;

import dev.vigil.core.watch.Metric;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The samples of one series and one minute, and the one sample that stands for them once they are old. */
final class Minute {
    private static final long MICROS = 60_000_000L;

    private final int series;
    private final long minute;
    private final List<SampleRows.SampleRow> rows = new ArrayList<>();

    Minute(int series, long minute) {
        this.series = series;
        this.minute = minute;
    }

    /** Readings and amounts that lie within one minute fold; nights, and what is longer than a minute, stay as they are. */
    static boolean folds(Metric metric, long starts, long ends) {
        return metric.shape() != Metric.Shape.NIGHT
                && starts <= ends
                && ends <= (Math.floorDiv(starts, MICROS) + 1) * MICROS;
    }

    static long of(long starts) {
        return Math.floorDiv(starts, MICROS);
    }

    /** What to look for, to see whether the minute of a sample that starts then was folded. */
    static SampleRows.Sought sought(int series, long starts) {
        long minute = of(starts);
        return new SampleRows.Sought(id(series, minute), minute * MICROS, (minute + 1) * MICROS);
    }

    private static String id(int series, long minute) {
        return "minute:" + series + ":" + minute;
    }

    /** The first moment that no sample of this minute can arrive at. */
    static long over(long minute) {
        return (minute + 1) * MICROS + 1;
    }

    void add(SampleRows.SampleRow row) {
        rows.add(row);
    }

    /** The rows that one row replaces; empty when the minute stays as it is. */
    List<SampleRows.SampleRow> replaced() {
        List<SampleRows.SampleRow> live =
                rows.stream().filter(row -> !row.retracted()).toList();
        boolean already = live.size() == 1 && counted().size() == 1;
        return already ? List.of() : live;
    }

    /**
     * One sample instead of the many: the mean of readings, the sum of amounts; what was taken back and what came twice
     * left out. It arrives when the last of them did.
     *
     * @return null if nothing is left
     */
    SampleRows.SampleRow folded(Metric.Shape shape) {
        Collection<SampleRows.SampleRow> counted = counted();
        if (counted.isEmpty()) {
            return null;
        }
        double sum = 0;
        long starts = Long.MAX_VALUE;
        SampleRows.SampleRow last = null;
        for (SampleRows.SampleRow row : counted) {
            sum += row.value();
            starts = Math.min(starts, row.starts());
            last = row;
        }
        boolean mean = shape == Metric.Shape.POINT;
        return new SampleRows.SampleRow(
                last.seq(),
                last.connector(),
                id(series, minute),
                series,
                mean ? last.starts() : starts,
                last.arrived(),
                mean ? sum / counted.size() : sum,
                false);
    }

    private record Extent(long starts, long ends) {}

    /** In order of arrival. */
    private Collection<SampleRows.SampleRow> counted() {
        Set<Extent> takenBack = new HashSet<>();
        Map<Extent, SampleRows.SampleRow> counted = new LinkedHashMap<>();
        for (SampleRows.SampleRow row : rows) {
            Extent extent = new Extent(row.starts(), row.arrived());
            if (row.retracted()) {
                takenBack.add(extent);
            } else {
                counted.putIfAbsent(extent, row);
            }
        }
        counted.keySet().removeAll(takenBack);
        return counted.values();
    }
}
