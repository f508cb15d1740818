package dev.vigil.engine.watchman;

import dev.vigil.core.run.Batch;
import dev.vigil.core.run.Wakeup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The pending wake-ups, by due moment; every change goes into the batch as well. */
final class Agenda {
    private static final Comparator<Wakeup> BY_DUE = Comparator.comparing(Wakeup::due)
            .thenComparing(Wakeup::watch)
            .thenComparing(Wakeup::trigger)
            .thenComparing(Wakeup::id);

    private final TreeSet<Wakeup> byDue = new TreeSet<>(BY_DUE);
    private final Map<String, Wakeup> byId = new HashMap<>();
    private final Map<Integer, Set<String>> byWatch = new HashMap<>();

    void load(Collection<Wakeup> rows) {
        rows.forEach(this::keep);
    }

    void set(Wakeup wakeup, Batch batch) {
        drop(wakeup.id());
        keep(wakeup);
        batch.settled.remove(wakeup.id());
        batch.wakeups.removeIf(other -> other.id().equals(wakeup.id()));
        batch.wakeups.add(wakeup);
    }

    void settle(Wakeup wakeup, Batch batch) {
        if (drop(wakeup.id())) {
            boolean unsaved = batch.wakeups.removeIf(other -> other.id().equals(wakeup.id()));
            // an older row of the same id may be stored even so
            batch.settled.add(wakeup.id());
            assert unsaved || !batch.wakeups.contains(wakeup);
        }
    }

    void settleIf(int watch, Predicate<Wakeup> which, Batch batch) {
        of(watch).stream().filter(which).forEach(wakeup -> settle(wakeup, batch));
    }

    List<Wakeup> of(int watch) {
        List<Wakeup> mine = new ArrayList<>();
        byWatch.getOrDefault(watch, Set.of()).forEach(id -> mine.add(byId.get(id)));
        mine.sort(BY_DUE);
        return mine;
    }

    Optional<Wakeup> get(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Wakeup> firstDue(Instant till) {
        return byDue.isEmpty() || byDue.first().due().isAfter(till) ? Optional.empty() : Optional.of(byDue.first());
    }

    Optional<Instant> next() {
        return byDue.isEmpty() ? Optional.empty() : Optional.of(byDue.first().due());
    }

    private void keep(Wakeup wakeup) {
        byId.put(wakeup.id(), wakeup);
        byDue.add(wakeup);
        byWatch.computeIfAbsent(wakeup.watch(), n -> new HashSet<>()).add(wakeup.id());
    }

    private boolean drop(String id) {
        Wakeup gone = byId.remove(id);
        if (gone == null) {
            return false;
        }
        byDue.remove(gone);
        byWatch.get(gone.watch()).remove(id);
        return true;
    }
}
