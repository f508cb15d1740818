package dev.vigil.store;

import dev.vigil.core.watch.Metric;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Replaces old samples by one a minute and series. */
final class SampleFolding {
    private static final int ROWS_A_TRANSACTION = 20_000;

    private final Database database;
    private final SampleRows samples;
    private final SeriesNumbers numbers;

    SampleFolding(Database database, SampleRows samples, SeriesNumbers numbers) {
        this.database = database;
        this.samples = samples;
        this.numbers = numbers;
    }

    private record Place(int series, long minute) {}

    /** Folds the minutes that were over before {@code before}. */
    void fold(String person, long before) {
        long till = Minute.of(before) * 60_000_000L;
        long lastSeq = database.write(person, (handle, row) -> {
            row.foldedTill = Math.max(row.foldedTill, till);
            row.save(handle);
            return row.lastSeq;
        });
        Map<Place, Minute> open = new LinkedHashMap<>();
        List<Map.Entry<Place, Minute>> over = new ArrayList<>();
        int waiting = 0;
        Slice slice = new Slice(person, null, Long.MIN_VALUE, 0, till, lastSeq);
        List<SampleRows.SampleRow> page;
        do {
            Slice next = slice;
            page = database.read(handle -> samples.rows(handle, next));
            for (SampleRows.SampleRow row : page) {
                waiting += gather(open, person, row, till);
            }
            if (!page.isEmpty()) {
                SampleRows.SampleRow last = page.get(page.size() - 1);
                slice = new Slice(person, null, last.arrived(), last.seq(), till, lastSeq);
                close(open, over, last.arrived());
            }
            if (waiting >= ROWS_A_TRANSACTION) {
                replace(person, over);
                waiting = 0;
            }
        } while (page.size() == Slice.ROWS);
        over.addAll(open.entrySet());
        replace(person, over);
    }

    private int gather(Map<Place, Minute> open, String person, SampleRows.SampleRow row, long till) {
        Metric metric = numbers.series(person, row.series()).metric();
        long minute = Minute.of(row.starts());
        if (!Minute.folds(metric, row.starts(), row.arrived()) || Minute.over(minute) > till + 1) {
            return 0;
        }
        open.computeIfAbsent(new Place(row.series(), minute), place -> new Minute(place.series, place.minute))
                .add(row);
        return 1;
    }

    private static void close(Map<Place, Minute> open, List<Map.Entry<Place, Minute>> over, long arrived) {
        for (Iterator<Map.Entry<Place, Minute>> each = open.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<Place, Minute> entry = each.next();
            if (Minute.over(entry.getKey().minute()) <= arrived) {
                over.add(Map.entry(entry.getKey(), entry.getValue()));
                each.remove();
            }
        }
    }

    private void replace(String person, List<Map.Entry<Place, Minute>> minutes) {
        Map<String, List<SampleRows.SampleRow>> gone = new LinkedHashMap<>();
        List<SampleRows.SampleRow> instead = new ArrayList<>();
        for (Map.Entry<Place, Minute> entry : minutes) {
            List<SampleRows.SampleRow> replaced = entry.getValue().replaced();
            if (!replaced.isEmpty()) {
                SeriesNumbers.Series series =
                        numbers.series(person, entry.getKey().series());
                gone.computeIfAbsent(series.connector(), connector -> new ArrayList<>())
                        .addAll(replaced);
                SampleRows.SampleRow folded =
                        entry.getValue().folded(series.metric().shape());
                if (folded != null) {
                    instead.add(folded);
                }
            }
        }
        minutes.clear();
        if (gone.isEmpty()) {
            return;
        }
        database.change(person, handle -> {
            for (var entry : gone.entrySet()) {
                if (!allThere(handle, person, entry.getKey(), entry.getValue())) {
                    return; // another process folds at the same time
                }
            }
            gone.values().forEach(rows -> samples.delete(handle, person, rows));
            samples.insert(handle, person, instead);
        });
    }

    private boolean allThere(Handle handle, String person, String connector, List<SampleRows.SampleRow> rows) {
        List<SampleRows.Sought> sought = rows.stream()
                .map(row -> new SampleRows.Sought(row.id(), row.arrived(), row.arrived()))
                .toList();
        return Parts.of(sought).stream()
                .allMatch(part -> samples.known(handle, person, connector, part).size() == part.size());
    }
}
