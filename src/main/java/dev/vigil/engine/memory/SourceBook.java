package dev.vigil.engine.memory;

import dev.vigil.core.Trouble;
import dev.vigil.core.run.Batch;
import dev.vigil.core.run.SourceRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One person's sources. */
final class SourceBook {
    private static final int REFUSED_KEPT = 100;

    private final Map<String, SourceRow> rows = new LinkedHashMap<>();

    void add(SourceRow source) {
        if (rows.putIfAbsent(source.name(), source) != null) {
            throw new Trouble("There is a source named " + source.name() + " already; give this one another name.");
        }
    }

    void change(SourceRow source) {
        SourceRow stored = rows.get(source.name());
        if (stored == null) {
            throw new Trouble("There is no source named " + source.name() + "; add it first.");
        }
        rows.put(
                source.name(),
                new SourceRow(
                        stored.person(),
                        stored.name(),
                        source.connector(),
                        source.place(),
                        source.user(),
                        source.sealed(),
                        source.options(),
                        stored.cursor(),
                        source.verified(),
                        stored.seen(),
                        source.trouble(),
                        stored.refused()));
    }

    void remove(String name) {
        rows.remove(name);
    }

    /** A source that was removed during the look stays removed. */
    void progress(Batch.Progress progress) {
        rows.computeIfPresent(progress.source(), (name, row) -> {
            List<SourceRow.Refused> refused = new ArrayList<>(row.refused());
            refused.addAll(progress.refused());
            return new SourceRow(
                    row.person(),
                    row.name(),
                    row.connector(),
                    row.place(),
                    row.user(),
                    row.sealed(),
                    row.options(),
                    progress.cursor() == null ? row.cursor() : progress.cursor(),
                    progress.verified() == null ? row.verified() : progress.verified(),
                    row.seen() + progress.seen(),
                    row.trouble(),
                    refused.subList(Math.max(0, refused.size() - REFUSED_KEPT), refused.size()));
        });
    }

    List<SourceRow> all() {
        return List.copyOf(rows.values());
    }
}
