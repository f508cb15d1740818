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
import java.util.regex.Pattern;

/** The pending wake-ups, by due moment; every change goes into the batch as well. */
final class Agenda {
    private static final Pattern SLOT = Pattern.compile("#\\d{4,}-\\d\\d-\\d\\dT[\\d:.]+$");
    private static final Comparator<Wakeup> BY_DUE = Comparator.comparing(Wakeup::due)
            .thenComparing(Wakeup::watch)
            .thenComparing(Wakeup::trigger)
            .thenComparing(Wakeup::id);

    private final TreeSet<Wakeup> byDue = new TreeSet<>(BY_DUE);
    private final Map<String, Wakeup> byId = new HashMap<>();
    private final Map<Integer, Set<String>> byWatch = new HashMap<>();
    private final Map<String, Set<String>> byEvent = new HashMap<>();

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
            batch.wakeups.removeIf(other -> other.id().equals(wakeup.id()));
            batch.settled.add(wakeup.id());
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

    /** Drops the reminders of an event; {@code cause} is that of the event or of any of its occurrences. */
    void settleReminders(String cause, Batch batch) {
        Set<String> ids = byEvent.getOrDefault(event(cause), Set.of());
        List.copyOf(ids).forEach(id -> settle(byId.get(id), batch));
    }

    private static String event(String cause) {
        return SLOT.matcher(cause).replaceFirst("");
    }

    Optional<Wakeup> firstDue(Instant till) {
        return byDue.isEmpty() || byDue.first().due().isAfter(till) ? Optional.empty() : Optional.of(byDue.first());
    }

    Optional<Instant> first(Wakeup.Kind kind, Instant till) {
        for (Wakeup wakeup : byDue) {
            if (wakeup.due().isAfter(till)) {
                break;
            }
            if (wakeup.kind() == kind) {
                return Optional.of(wakeup.due());
            }
        }
        return Optional.empty();
    }

    Optional<Instant> next() {
        return byDue.isEmpty() ? Optional.empty() : Optional.of(byDue.first().due());
    }

    private void keep(Wakeup wakeup) {
        byId.put(wakeup.id(), wakeup);
        byDue.add(wakeup);
        byWatch.computeIfAbsent(wakeup.watch(), n -> new HashSet<>()).add(wakeup.id());
        if (wakeup.kind() == Wakeup.Kind.REMINDER) {
            byEvent.computeIfAbsent(event(wakeup.note()), n -> new HashSet<>()).add(wakeup.id());
        }
    }

    private boolean drop(String id) {
        Wakeup gone = byId.remove(id);
        if (gone == null) {
            return false;
        }
        byDue.remove(gone);
        forget(byWatch, gone.watch(), id);
        if (gone.kind() == Wakeup.Kind.REMINDER) {
            forget(byEvent, event(gone.note()), id);
        }
        return true;
    }

    private static <K> void forget(Map<K, Set<String>> index, K key, String id) {
        Set<String> ids = index.get(key);
        ids.remove(id);
        if (ids.isEmpty()) {
            index.remove(key);
        }
    }
}
