package dev.vigil.engine.memory;

import dev.vigil.core.run.Verdict;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One person's firings and, for each watch and day, the miss that came nearest. */
final class VerdictLog {
    private record Day(int watch, LocalDate date) {}

    private final List<Verdict> firings = new ArrayList<>();
    private final Map<Day, Verdict> misses = new HashMap<>();

    void fired(Verdict verdict) {
        firings.add(verdict);
    }

    void missed(Verdict verdict, ZoneId zone) {
        LocalDate date = verdict.at().atZone(zone).toLocalDate();
        misses.merge(
                new Day(verdict.watch(), date),
                verdict,
                (nearest, other) -> other.failed() < nearest.failed() ? other : nearest);
    }

    List<Verdict> newest(int watch, int max) {
        List<Verdict> all = new ArrayList<>(misses.values());
        all.addAll(firings);
        all.removeIf(verdict -> verdict.watch() != watch);
        Collections.reverse(all);
        all.sort(Comparator.comparing(Verdict::at).reversed());
        return List.copyOf(all.subList(0, Math.min(max, all.size())));
    }
}
