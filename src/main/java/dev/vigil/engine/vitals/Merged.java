package dev.vigil.engine.vitals;

import dev.vigil.engine.vitals.Vitals.Stretch;
import java.util.ArrayList;
import java.util.List;

/**
 * Samples of a metric that overlap or follow on one another, as one.
 *
 * @param first the position of the sample that begins it
 * @param last the position of the sample that ends it
 */
record Merged(long start, long end, long first, long last) {

    /** Those that touch {@code [from, till]}, in order; {@code gap} is how much may lie between two that follow on. */
    static List<Merged> of(Log log, long from, long till, long gap) {
        List<long[]> spans = new ArrayList<>();
        long reach = Math.max(log.longest(), Moments.DAY);
        for (long p = log.after(from - reach - 1); p != Log.NONE && log.end(p) <= till + reach; p = log.next(p)) {
            spans.add(new long[] {log.start(p), log.end(p), p});
        }
        spans.sort((a, b) -> Long.compare(a[0], b[0]));
        List<Merged> merged = new ArrayList<>();
        for (long[] span : spans) {
            Merged open = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (open != null && span[0] <= open.end + gap) {
                boolean longer = span[1] > open.end;
                merged.set(
                        merged.size() - 1,
                        new Merged(open.start, longer ? span[1] : open.end, open.first, longer ? span[2] : open.last));
            } else {
                merged.add(new Merged(span[0], span[1], span[2], span[2]));
            }
        }
        merged.removeIf(stretch -> stretch.end < from || stretch.start > till);
        return merged;
    }

    Stretch stretch(String label, String cause) {
        return new Stretch(Moments.instant(start), Moments.instant(end), label, cause);
    }
}
