package dev.vigil.engine.watchman;

import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.fact.Occurrence;
import dev.vigil.core.port.Calendars;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** The person's calendars: every event once, expanded within a window that moves with time. */
final class CalendarBook {
    static final Duration BEHIND = Duration.ofDays(9);
    static final Duration AHEAD = Duration.ofDays(100);
    private static final Duration SLACK = Duration.ofDays(60);
    private static final int MOST = 2_000;
    private static final Comparator<CalendarItem> NEWER =
            Comparator.comparingInt(CalendarItem::sequence).thenComparing(CalendarItem::stamp);

    private final Calendars calendars;
    private final ZoneId zone;
    private final Map<String, List<CalendarItem>> items = new HashMap<>();
    private final Map<String, List<Occurrence>> expanded = new HashMap<>();
    private final TreeMap<Instant, List<Occurrence>> byStart = new TreeMap<>();
    private Duration longest = Duration.ZERO;
    private Instant from = Instant.MAX;
    private Instant till = Instant.MIN;

    CalendarBook(Calendars calendars, ZoneId zone) {
        this.calendars = calendars;
        this.zone = zone;
    }

    /** What an event was before a revision and is after it; {@code before} is null for a new one. */
    record Change(CalendarItem before, CalendarItem after) {
        boolean visible() {
            return before == null
                    || !(Objects.equals(before.summary(), after.summary())
                            && Objects.equals(before.location(), after.location())
                            && Objects.equals(before.description(), after.description())
                            && Objects.equals(before.start(), after.start())
                            && Objects.equals(before.end(), after.end())
                            && Objects.equals(before.repeats(), after.repeats())
                            && before.cancelled() == after.cancelled());
        }
    }

    /** Takes a revision; null if a higher sequence or newer stamp is known already. */
    Change add(CalendarItem item, Instant now) {
        slide(now);
        List<CalendarItem> all = items.computeIfAbsent(item.uid(), uid -> new ArrayList<>(1));
        CalendarItem before = all.stream()
                .filter(other -> Objects.equals(other.recurrenceId(), item.recurrenceId()))
                .findFirst()
                .orElse(null);
        if (before != null && NEWER.compare(item, before) <= 0) {
            return null;
        }
        all.remove(before);
        all.add(item);
        if (from.isBefore(till)) {
            expand(item.uid());
        }
        CalendarItem known = before != null || item.recurrenceId() == null ? before : master(all, item);
        return new Change(known, item);
    }

    /** A changed occurrence of a known series changes the series; on its own it is new. */
    private static CalendarItem master(List<CalendarItem> all, CalendarItem item) {
        return all.stream()
                .filter(other -> other != item && other.recurrenceId() == null)
                .findFirst()
                .orElse(null);
    }

    /** Moves the window if {@code now} has come near its end; the UIDs with new occurrences, empty if it stayed. */
    Set<String> slide(Instant now) {
        if (!from.isAfter(now.minus(BEHIND)) && till.isAfter(now.plus(SLACK))) {
            return Set.of();
        }
        from = now.minus(BEHIND);
        till = now.plus(AHEAD);
        expanded.clear();
        byStart.clear();
        longest = Duration.ZERO;
        items.keySet().forEach(this::expand);
        return Set.copyOf(expanded.keySet());
    }

    private void expand(String uid) {
        List<Occurrence> old = expanded.remove(uid);
        if (old != null) {
            old.forEach(gone -> byStart.computeIfPresent(gone.start().toInstant(), (at, list) -> {
                list.remove(gone);
                return list.isEmpty() ? null : list;
            }));
        }
        List<Occurrence> fresh = calendars.expand(items.get(uid), from, till, zone, MOST);
        expanded.put(uid, fresh);
        for (Occurrence one : fresh) {
            byStart.computeIfAbsent(one.start().toInstant(), at -> new ArrayList<>(1))
                    .add(one);
            Duration length = Duration.between(one.start(), one.end());
            longest = length.compareTo(longest) > 0 ? length : longest;
        }
    }

    List<Occurrence> of(String uid) {
        return expanded.getOrDefault(uid, List.of());
    }

    Occurrence byCause(String cause) {
        String uid = uid(cause);
        return of(uid).stream()
                .filter(one -> one.cause().equals(cause))
                .findFirst()
                .orElse(null);
    }

    /** The UID of {@code calendar:UID} or {@code calendar:UID#slot}. */
    String uid(String cause) {
        String bare = cause.substring("calendar:".length());
        int hash = bare.lastIndexOf('#');
        return items.containsKey(bare) || hash < 0 ? bare : bare.substring(0, hash);
    }

    List<CalendarItem> revisions(String uid) {
        return items.getOrDefault(uid, List.of());
    }

    /** All within the window, by start. */
    List<Occurrence> all() {
        return byStart.values().stream().flatMap(List::stream).toList();
    }

    /** Those that touch {@code [from, till]}, by start. */
    List<Occurrence> touching(Instant start, Instant end) {
        List<Occurrence> found = new ArrayList<>();
        for (List<Occurrence> at :
                byStart.subMap(start.minus(longest), true, end, true).values()) {
            for (Occurrence one : at) {
                if (!one.end().toInstant().isBefore(start)) {
                    found.add(one);
                }
            }
        }
        return found;
    }
}
