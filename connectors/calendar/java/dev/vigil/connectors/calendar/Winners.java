package dev.vigil.connectors.calendar;

import dev.vigil.core.fact.CalendarItem;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The revisions of one UID that count: for the event or series and for each recurrence id the one with the highest
 * SEQUENCE, among those the newest, among those a cancellation (RFC 5546, section 2.1.5).
 */
final class Winners {
    private static final Comparator<CalendarItem> RANK = Comparator.comparingInt(CalendarItem::sequence)
            .thenComparing(CalendarItem::stamp)
            .thenComparing(CalendarItem::cancelled)
            .thenComparing(Digests::ofContent);

    /** Null when only single occurrences are known. */
    final CalendarItem master;

    /** Changed single occurrences by slot. */
    final Map<LocalDateTime, CalendarItem> overrides = new TreeMap<>();

    /** RANGE=THISANDFUTURE: changes from a slot on, by slot. */
    final TreeMap<LocalDateTime, CalendarItem> onward = new TreeMap<>();

    Winners(List<CalendarItem> revisions, ZoneId person) {
        master = revisions.stream()
                .filter(each -> each.recurrenceId() == null)
                .max(RANK)
                .orElse(null);
        Slots slots = master == null ? null : new Slots(master, person);
        Map<LocalDateTime, List<CalendarItem>> bySlot = new HashMap<>();
        for (CalendarItem each : revisions) {
            if (each.recurrenceId() != null) {
                Slots own = slots == null ? new Slots(each, person) : slots;
                bySlot.computeIfAbsent(own.of(each.recurrenceId()), any -> new ArrayList<>())
                        .add(each);
            }
        }
        bySlot.forEach((slot, rivals) -> {
            CalendarItem winner = rivals.stream().max(RANK).orElseThrow();
            (isOnward(winner) ? onward : overrides).put(slot, winner);
        });
    }

    /** The connector marks RANGE=THISANDFUTURE by an override that repeats: it has its own start as an extra date. */
    static boolean isOnward(CalendarItem item) {
        return item.recurrenceId() != null && item.repeats().extra().contains(item.start());
    }

    /** Whether an override was made before the master as it stands. */
    boolean isOutdated(CalendarItem override) {
        return override.sequence() < master.sequence()
                || override.sequence() == master.sequence() && override.stamp().isBefore(master.stamp());
    }
}
