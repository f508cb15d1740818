package dev.vigil.connectors.calendar;

import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.fact.Occurrence;
import dev.vigil.core.fact.When;
import dev.vigil.core.port.Calendars;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Expands an event's revisions into the times at which it takes place (RFC 5545, section 3.8.5).
 *
 * <p>A length of whole days at the same clock time is calendar time, any other is elapsed time. A cancelled series cancels
 * all of its occurrences. An override stands although its recurrence id is no slot of the series any more, unless the
 * series was rescheduled since (a higher SEQUENCE) or an EXDATE was put there later; then it is dropped.
 *
 * <p>The work is bounded by the window and by a fixed number of steps, whatever the rule. Safe for use by many threads.
 */
public final class IcalCalendars implements Calendars {
    private static final int MARGIN_DAYS = 2;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    @Override
    public List<Occurrence> expand(List<CalendarItem> revisions, Instant from, Instant till, ZoneId person, int max) {
        if (revisions.isEmpty() || max < 1 || !from.isBefore(till) || from.isAfter(LAST) || till.isBefore(FIRST)) {
            return List.of();
        }
        Winners winners = new Winners(revisions, person);
        if (winners.master != null && winners.master.cancelled()) {
            return List.of();
        }
        List<Occurrence> found = new ArrayList<>();
        Window window = new Window(from.isBefore(FIRST) ? FIRST : from, till.isAfter(LAST) ? LAST : till, person);
        if (winners.master == null) {
            winners.onward.forEach((slot, item) -> window.add(found, item, slot));
            winners.overrides.forEach((slot, item) -> window.add(found, item, slot));
        } else {
            new Series(winners, window).addTo(found, max);
        }
        found.sort(Comparator.comparing((Occurrence each) -> each.start().toInstant())
                .thenComparing(each -> each.slot() == null ? LocalDateTime.MIN : each.slot()));
        return found.size() > max ? List.copyOf(found.subList(0, max)) : List.copyOf(found);
    }

    /** The span asked for. */
    private record Window(Instant from, Instant till, ZoneId person) {
        /** Adds an item at its own time, if it takes place within the window. */
        void add(List<Occurrence> found, CalendarItem item, LocalDateTime slot) {
            add(found, item, slot, item.start().in(person), item.end().in(person));
        }

        void add(
                List<Occurrence> found, CalendarItem item, LocalDateTime slot, ZonedDateTime start, ZonedDateTime end) {
            Instant begin = start.toInstant();
            boolean isEmpty = !end.toInstant().isAfter(begin);
            boolean isIn = isEmpty
                    ? !begin.isBefore(from) && begin.isBefore(till)
                    : begin.isBefore(till) && end.toInstant().isAfter(from);
            if (isIn && !item.cancelled()) {
                found.add(new Occurrence(item, slot, start, isEmpty ? start : end));
            }
        }
    }

    /** A series with its overrides. */
    private static final class Series {
        private final Winners winners;
        private final CalendarItem master;
        private final Window window;
        private final Slots slots;

        Series(Winners winners, Window window) {
            this.winners = winners;
            this.master = winners.master;
            this.window = window;
            this.slots = new Slots(master, window.person);
        }

        void addTo(List<Occurrence> found, int max) {
            boolean single = master.repeats().isNever() && winners.onward.isEmpty();
            winners.overrides.forEach((slot, item) -> {
                List<Occurrence> within = new ArrayList<>(1);
                window.add(within, item, slot);
                if (!within.isEmpty() && stands(slot, item)) {
                    found.addAll(within);
                }
            });
            if (single) {
                if (!winners.overrides.containsKey(master.start().local())) {
                    window.add(found, master, null);
                }
                return;
            }
            winners.onward.forEach((slot, item) -> addDates(found, slot, item));
            // slots may lie before the window by the length of an event and by how far it was moved
            long days = MARGIN_DAYS + longest().toDays();
            LocalDateTime first = local(window.from).minusDays(days);
            LocalDateTime last = local(window.till).plusDays(days);
            int most = winners.overrides.size() + winners.onward.size() + max;
            for (LocalDateTime slot : slots.between(first, local(window.from), last, most)) {
                if (!winners.overrides.containsKey(slot)) {
                    addSlot(found, slot);
                }
            }
        }

        private LocalDateTime local(Instant instant) {
            return LocalDateTime.ofInstant(instant, slots.zone());
        }

        private boolean stands(LocalDateTime slot, CalendarItem override) {
            if (override.sequence() < master.sequence()) {
                return slots.contains(slot);
            }
            return !(slots.isExcepted(slot) && winners.isOutdated(override));
        }

        /** The further dates of a change from a slot on that brings its own. */
        private void addDates(List<Occurrence> found, LocalDateTime slot, CalendarItem item) {
            if (!slots.contains(slot) && !winners.overrides.containsKey(slot)) {
                window.add(found, item, slot);
            }
            for (When date : item.repeats().extra()) {
                LocalDateTime other = slots.of(date);
                boolean own = date.equals(item.start());
                if (!own && !slots.contains(other) && !winners.overrides.containsKey(other)) {
                    addAt(found, item, other, date.local(), IcsValues.zoneOr(date.zone(), window.person));
                }
            }
        }

        private void addSlot(List<Occurrence> found, LocalDateTime slot) {
            Map.Entry<LocalDateTime, CalendarItem> change = winners.onward.floorEntry(slot);
            if (change == null) {
                addAt(found, master, slot, slot, slots.zone());
            } else {
                CalendarItem item = change.getValue();
                ZoneId zone = IcsValues.zoneOr(item.start().zone(), window.person);
                LocalDateTime was = change.getKey()
                        .atZone(slots.zone())
                        .withZoneSameInstant(zone)
                        .toLocalDateTime();
                LocalDateTime now =
                        slot.atZone(slots.zone()).withZoneSameInstant(zone).toLocalDateTime();
                addAt(
                        found,
                        item,
                        slot,
                        now.plus(Duration.between(was, item.start().local())),
                        zone);
            }
        }

        /** Adds an occurrence that starts at a local time, as long as the item is. */
        private void addAt(
                List<Occurrence> found, CalendarItem item, LocalDateTime slot, LocalDateTime local, ZoneId zone) {
            ZonedDateTime start = local.atZone(zone);
            boolean isDays = item.start().day()
                    || java.util.Objects.equals(item.start().zone(), item.end().zone())
                            && item.start()
                                    .local()
                                    .toLocalTime()
                                    .equals(item.end().local().toLocalTime());
            ZonedDateTime end = isDays
                    ? local.plusDays(ChronoUnit.DAYS.between(
                                    item.start().local(), item.end().local()))
                            .atZone(zone)
                    : start.plus(Times.between(item.start(), item.end()));
            window.add(
                    found,
                    item,
                    slot,
                    start.withZoneSameInstant(window.person),
                    end.withZoneSameInstant(window.person));
        }

        private Duration longest() {
            Duration longest = Times.between(master.start(), master.end());
            for (Map.Entry<LocalDateTime, CalendarItem> each : winners.onward.entrySet()) {
                CalendarItem item = each.getValue();
                Duration moved =
                        Duration.between(each.getKey(), item.start().local()).abs();
                Duration length = Times.between(item.start(), item.end()).plus(moved);
                longest = length.compareTo(longest) > 0 ? length : longest;
            }
            return longest;
        }
    }
}
