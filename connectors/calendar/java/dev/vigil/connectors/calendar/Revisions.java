package dev.vigil.connectors.calendar;

import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.fact.CalendarItem.Repeats;
import dev.vigil.core.fact.Occurrence;
import dev.vigil.core.fact.When;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** Revisions made from other revisions. */
final class Revisions {
    private static final IcalCalendars CALENDARS = new IcalCalendars();
    private static final Duration HUNDRED_YEARS = Duration.ofDays(36_525);

    private Revisions() {}

    static CalendarItem inCalendar(CalendarItem item, String calendar) {
        return new CalendarItem(
                item.uid(),
                item.recurrenceId(),
                item.sequence(),
                item.stamp(),
                calendar,
                item.summary(),
                item.location(),
                item.description(),
                item.people(),
                item.start(),
                item.end(),
                item.cancelled(),
                item.transparent(),
                item.invitation(),
                item.repeats());
    }

    static CalendarItem stamped(CalendarItem item, Instant stamp) {
        return new CalendarItem(
                item.uid(),
                item.recurrenceId(),
                item.sequence(),
                stamp,
                item.calendar(),
                item.summary(),
                item.location(),
                item.description(),
                item.people(),
                item.start(),
                item.end(),
                item.cancelled(),
                item.transparent(),
                item.invitation(),
                item.repeats());
    }

    /** The cancellation of what was last seen so. */
    static CalendarItem cancelled(Seen.Last last, Instant stamp) {
        return new CalendarItem(
                last.uid(),
                when(last.instance()),
                last.sequence(),
                stamp,
                last.calendar(),
                last.summary(),
                last.location(),
                "",
                last.people(),
                when(last.start()),
                when(last.end()),
                true,
                last.transparent(),
                false,
                Repeats.NEVER);
    }

    /** The occurrence as its series has it, in place of a change that is no more; empty if the series has none there. */
    static Optional<CalendarItem> restored(Seen.Last change, CalendarItem master, Instant stamp) {
        When instance = when(change.instance());
        LocalDateTime slot = new Slots(master, ZoneOffset.UTC).of(instance);
        ZoneId zone = IcsValues.zoneOr(master.start().zone(), ZoneOffset.UTC);
        Instant at = slot.atZone(zone).toInstant();
        return CALENDARS
                .expand(List.of(master), at.minusSeconds(86_400), at.plusSeconds(86_400), ZoneOffset.UTC, 10_000)
                .stream()
                .filter(each -> slot.equals(each.slot()))
                .findFirst()
                .map(each -> at(master, each, instance, Math.max(master.sequence(), change.sequence()), stamp));
    }

    /** What must be known to report the item as cancelled one day; null if it is over and will not be missed. */
    static Seen.Last last(CalendarItem item, Instant now) {
        Long over = null;
        if (item.repeats().isNever()) {
            over = item.end().in(ZoneOffset.UTC).plusDays(1).toEpochSecond();
        }
        boolean isOver = over != null
                ? over <= now.getEpochSecond()
                : item.recurrenceId() == null
                        && CALENDARS
                                .expand(List.of(item), now, now.plus(HUNDRED_YEARS), ZoneOffset.UTC, 1)
                                .isEmpty();
        if (isOver || item.cancelled()) {
            return null;
        }
        return new Seen.Last(
                item.uid(),
                item.recurrenceId() == null ? null : Digests.written(item.recurrenceId()),
                item.sequence(),
                over,
                Digests.written(item.start()),
                Digests.written(item.end()),
                item.calendar(),
                item.summary(),
                item.location(),
                item.people().size() > 20 ? item.people().subList(0, 20) : item.people(),
                item.transparent());
    }

    private static CalendarItem at(
            CalendarItem master, Occurrence occurrence, When instance, int sequence, Instant stamp) {
        When start = when(occurrence.start(), master.start());
        When end = when(occurrence.end(), master.end());
        return new CalendarItem(
                master.uid(),
                instance,
                sequence,
                stamp,
                master.calendar(),
                master.summary(),
                master.location(),
                master.description(),
                master.people(),
                start,
                end,
                false,
                master.transparent(),
                master.invitation(),
                Repeats.NEVER);
    }

    private static When when(ZonedDateTime moment, When like) {
        ZoneId zone = IcsValues.zoneOr(like.zone(), ZoneOffset.UTC);
        return new When(moment.withZoneSameInstant(zone).toLocalDateTime(), like.zone(), like.day());
    }

    /** The inverse of {@link Digests#written}. */
    private static When when(String written) {
        if (written == null) {
            return null;
        }
        if (written.endsWith("D")) {
            return new When(LocalDateTime.parse(written.substring(0, written.length() - 1)), null, true);
        }
        int bracket = written.indexOf('[');
        return bracket < 0
                ? new When(LocalDateTime.parse(written), null, false)
                : new When(
                        LocalDateTime.parse(written.substring(0, bracket)),
                        ZoneId.of(written.substring(bracket + 1, written.length() - 1)),
                        false);
    }
}
