package dev.vigil.engine.watchman;

import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.fact.Occurrence;
import dev.vigil.core.run.Meeting;
import dev.vigil.core.run.SeenEvent;
import dev.vigil.core.watch.Trigger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What becomes of calendar events: added, changed, cancelled, invited, in conflict with another. */
final class EventChanges {
    private final Desk desk;
    private final CalendarBook calendar;
    private final Around around;
    private final Reminders reminders;
    private final Heard heard;

    /** Takes a meeting of a watch with a change that was seen at a moment. */
    interface Heard {
        void met(Meeting meeting, Occurrence one, Instant at);
    }

    EventChanges(Desk desk, CalendarBook calendar, Around around, Reminders reminders, Heard heard) {
        this.desk = desk;
        this.calendar = calendar;
        this.around = around;
        this.reminders = reminders;
        this.heard = heard;
    }

    void observe(CalendarItem item, Instant at) {
        Set<String> clashed = clashes(calendar.of(item.uid()));
        CalendarBook.Change change = calendar.add(item, desk.now);
        if (change == null) {
            return;
        }
        Trigger.Moment moment = moment(change);
        if (moment != null) {
            tell(moment, occurrence(item), null, at);
        }
        if (item.invitation() && (change.before() == null || !change.before().invitation())) {
            tell(Trigger.Moment.INVITED, occurrence(item), null, at);
        }
        reminders.replan(item.uid());
        conflicts(item.uid(), clashed, at);
    }

    private static Trigger.Moment moment(CalendarBook.Change change) {
        CalendarItem before = change.before();
        CalendarItem after = change.after();
        if (after.cancelled()) {
            return before != null && !before.cancelled() ? Trigger.Moment.CANCELLED : null;
        }
        if (before == null) {
            return Trigger.Moment.ADDED;
        }
        boolean part = after.recurrenceId() != null && before.recurrenceId() == null;
        return part || change.visible() ? Trigger.Moment.CHANGED : null;
    }

    /** An invitation that came by mail; the event itself is the calendar's affair. */
    void invited(CalendarItem item, Instant at) {
        if (item.cancelled()) {
            return;
        }
        if (calendar.revisions(item.uid()).isEmpty()) {
            tell(Trigger.Moment.INVITED, occurrence(item), null, at);
        }
    }

    private void tell(Trigger.Moment moment, Occurrence one, Occurrence other, Instant at) {
        for (Meeting meeting : desk.setup.judge().meet(new SeenEvent(moment, one, other), around)) {
            heard.met(meeting, one, at);
        }
    }

    /** The next time that it takes place, else its own start. */
    private Occurrence occurrence(CalendarItem item) {
        LocalDateTime slot =
                item.recurrenceId() == null ? null : item.recurrenceId().local();
        if (item.repeats().isNever() || item.cancelled()) {
            return new Occurrence(
                    item, slot, item.start().in(desk.setup.zone()), item.end().in(desk.setup.zone()));
        }
        return calendar.of(item.uid()).stream()
                .filter(one -> !one.start().toInstant().isBefore(desk.now))
                .findFirst()
                .map(one -> new Occurrence(item, null, one.start(), one.end()))
                .orElseGet(() -> new Occurrence(
                        item,
                        null,
                        item.start().in(desk.setup.zone()),
                        item.end().in(desk.setup.zone())));
    }

    private void conflicts(String uid, Set<String> before, Instant at) {
        for (Occurrence one : calendar.of(uid)) {
            for (Occurrence other : clashing(one)) {
                if (!before.contains(pair(one, other)) && one.end().toInstant().isAfter(desk.now)) {
                    tell(Trigger.Moment.CONFLICT, one, other, at);
                }
            }
        }
    }

    private Set<String> clashes(List<Occurrence> all) {
        Set<String> pairs = new HashSet<>();
        all.forEach(one -> clashing(one).forEach(other -> pairs.add(pair(one, other))));
        return pairs;
    }

    private static String pair(Occurrence one, Occurrence other) {
        return one.cause() + " " + other.cause();
    }

    /** All-day, cancelled and transparent events do not conflict, nor do events that only touch. */
    private List<Occurrence> clashing(Occurrence one) {
        if (!takesTime(one)) {
            return List.of();
        }
        Instant start = one.start().toInstant();
        Instant end = one.end().toInstant();
        return calendar.touching(start, end).stream()
                .filter(EventChanges::takesTime)
                .filter(other -> !other.item().uid().equals(one.item().uid()))
                .filter(other -> other.start().toInstant().isBefore(end)
                        && other.end().toInstant().isAfter(start))
                .toList();
    }

    private static boolean takesTime(Occurrence one) {
        return !one.allDay() && !one.item().transparent() && one.end().isAfter(one.start());
    }
}
