package dev.vigil.connectors.calendar;

import dev.vigil.core.fact.CalendarItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a file says now against what it said before. A revision is new when its content is; where the file did not give
 * it a newer time stamp (calendars edited by hand), the file's own time stands in, so that the newest wins.
 */
final class FileChanges {
    private final Map<String, List<Seen.Event>> before = new HashMap<>();
    private final Map<String, CalendarItem> masters = new HashMap<>();
    private final List<CalendarItem> changed = new ArrayList<>();
    private final List<Seen.Event> seen = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private final Instant written;
    private final boolean complete;

    /**
     * @param previous null when the file was never read
     * @param written when the file was changed
     * @param complete no event of it was refused
     */
    FileChanges(List<CalendarItem> items, Seen.File previous, Instant written, boolean complete) {
        this.written = written;
        this.complete = complete;
        if (previous != null) {
            previous.events()
                    .forEach(each -> before.computeIfAbsent(each.key(), any -> new ArrayList<>())
                            .add(each));
        }
        Map<String, Integer> rivals = new HashMap<>();
        items.forEach(each -> rivals.merge(Digests.ofKey(each), 1, Integer::sum));
        for (CalendarItem item : items) {
            String key = Digests.ofKey(item);
            add(item, key, rivals.get(key) == 1);
            if (item.recurrenceId() == null) {
                masters.put(item.uid(), item);
            }
        }
        if (!complete) {
            before.forEach((key, events) -> {
                if (!keys.contains(key)) {
                    seen.addAll(events);
                }
            });
        }
    }

    /** Revisions that were not reported before. */
    List<CalendarItem> changed() {
        return changed;
    }

    /** What to know of the file from now on. */
    List<Seen.Event> seen() {
        return seen;
    }

    /**
     * Cancellations of what this file held and none holds now. A changed occurrence that vanished from a series that is
     * still there goes back to the series.
     *
     * @param present the keys of all events of the source
     */
    List<CalendarItem> vanished(Set<String> present) {
        List<CalendarItem> vanished = new ArrayList<>();
        if (!complete) {
            return vanished;
        }
        Set<String> goneSeries = new HashSet<>();
        before.values()
                .forEach(events -> events.stream()
                        .filter(each -> isMissed(each, present) && each.last().instance() == null)
                        .forEach(each -> goneSeries.add(each.last().uid())));
        before.forEach((key, events) -> {
            if (present.contains(key)) {
                return;
            }
            Seen.Event newest = newest(events);
            if (newest.gone()) {
                seen.add(newest); // so that it is told again if it comes back
            } else if (isMissed(newest, present)) {
                Seen.Last last = newest.last();
                if (last.instance() == null || !goneSeries.contains(last.uid())) {
                    Instant stamp = later(newest.stamp());
                    vanished.add(farewell(last, stamp));
                    seen.add(new Seen.Event(key, newest.content(), stamp.getEpochSecond(), true, last));
                }
            }
        });
        return vanished;
    }

    private void add(CalendarItem item, String key, boolean only) {
        List<Seen.Event> events = before.getOrDefault(key, List.of());
        String content = Digests.ofContent(item);
        keys.add(key);
        Optional<Seen.Event> same = events.stream()
                .filter(each -> !each.gone() && each.content().equals(content))
                .findFirst();
        Seen.Last last = Revisions.last(item, written);
        if (same.isPresent()) {
            seen.add(new Seen.Event(key, content, same.get().stamp(), false, last));
            return;
        }
        boolean isLate = only
                && !events.isEmpty()
                && item.stamp().getEpochSecond() <= newest(events).stamp();
        CalendarItem revision =
                isLate ? Revisions.stamped(item, later(newest(events).stamp())) : item;
        changed.add(revision);
        seen.add(new Seen.Event(key, content, revision.stamp().getEpochSecond(), false, last));
    }

    private boolean isMissed(Seen.Event event, Set<String> present) {
        boolean isOver = event.last() == null
                || event.last().over() != null && event.last().over() <= written.getEpochSecond();
        return !event.gone() && !isOver && !present.contains(event.key());
    }

    private CalendarItem farewell(Seen.Last last, Instant stamp) {
        CalendarItem master = last.instance() == null ? null : masters.get(last.uid());
        return Optional.ofNullable(master)
                .filter(each -> !each.cancelled())
                .flatMap(each -> Revisions.restored(last, each, stamp))
                .orElseGet(() -> Revisions.cancelled(last, stamp));
    }

    private Instant later(long stamp) {
        Instant next = Instant.ofEpochSecond(stamp + 1);
        return written.isAfter(next) ? written : next;
    }

    private static Seen.Event newest(List<Seen.Event> events) {
        Seen.Event newest = events.get(0);
        for (Seen.Event each : events) {
            newest = each.stamp() > newest.stamp() ? each : newest;
        }
        return newest;
    }
}
