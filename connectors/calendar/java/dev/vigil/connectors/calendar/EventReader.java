package dev.vigil.connectors.calendar;

import dev.vigil.contract.Rrule;
import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.fact.CalendarItem.Repeats;
import dev.vigil.core.fact.When;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Turns one VEVENT into revisions: the event itself and, for RDATE periods of another length, one override each. */
final class EventReader {
    private static final int LONGEST_TITLE = 2_000;
    private static final int LONGEST_TEXT = 65_536;
    private static final int LONGEST_UID = 1_000;
    private static final int MOST_RULES = 20;

    private final Refusals refusals;
    private final Times times;
    private final String method;
    private final String calendar;
    private final Instant known;
    private final Set<String> me;

    /**
     * @param method METHOD in upper case, or empty
     * @param known when the text was written or received; stands in for a missing time stamp
     * @param me the person's addresses, lower-case; may be empty
     */
    EventReader(Zones zones, Refusals refusals, String method, String calendar, Instant known, Set<String> me) {
        this.refusals = refusals;
        this.times = new Times(zones, refusals);
        this.method = method;
        this.calendar = calendar;
        this.known = known;
        this.me = me;
    }

    /**
     * Reads an event.
     *
     * @throws IllegalArgumentException if it cannot be one; the message is a clause for the person
     */
    List<CalendarItem> read(IcsComponent event) {
        boolean cancelled = method.equals("CANCEL") || event.value("STATUS").equalsIgnoreCase("CANCELLED");
        Instant stamp = stamp(event);
        When instance = instance(event);
        When start = start(event, cancelled, instance, stamp);
        CalendarItem item = new CalendarItem(
                uid(event),
                instance,
                sequence(event),
                stamp,
                calendar,
                IcsValues.text(event.value("SUMMARY"), LONGEST_TITLE),
                IcsValues.text(event.value("LOCATION"), LONGEST_TITLE),
                IcsValues.text(event.value("DESCRIPTION"), LONGEST_TEXT),
                People.of(event, refusals),
                start,
                end(event, start),
                cancelled,
                isTransparent(event),
                !cancelled && People.isAsked(event, method, me),
                Repeats.NEVER);
        List<Times.Stretch> extra = times.stretches(event.all("RDATE"));
        List<CalendarItem> revisions = new ArrayList<>(List.of(with(item, repeats(event, instance, start, extra))));
        for (Times.Stretch each : extra) {
            boolean other = each.end() != null
                    && !Times.between(each.start(), each.end()).equals(Times.between(start, item.end()));
            if (other && instance == null) {
                revisions.add(at(item, each));
            }
        }
        return revisions;
    }

    private Instant stamp(IcsComponent event) {
        for (String property : List.of("LAST-MODIFIED", "DTSTAMP", "CREATED")) {
            Instant stamp = IcsValues.stamp(event.value(property));
            if (stamp != null) {
                return stamp;
            }
        }
        return known;
    }

    private When instance(IcsComponent event) {
        IcsComponent.Line line = event.first("RECURRENCE-ID");
        if (line == null && method.equals("ADD")) {
            line = event.first("DTSTART");
        }
        return line == null || line.value().isBlank() ? null : times.when(line);
    }

    private When start(IcsComponent event, boolean cancelled, When instance, Instant stamp) {
        IcsComponent.Line line = event.first("DTSTART");
        if (line == null && cancelled) {
            return instance != null
                    ? instance
                    : new When(stamp.atOffset(ZoneOffset.UTC).toLocalDateTime(), ZoneOffset.UTC, false);
        }
        if (line == null) {
            throw new IllegalArgumentException("an event without a start");
        }
        When start = times.when(line);
        boolean allDay = event.value("X-MICROSOFT-CDO-ALLDAYEVENT").equalsIgnoreCase("TRUE");
        boolean midnight = start.local().toLocalTime().toSecondOfDay() == 0;
        return allDay && midnight ? new When(start.local(), null, true) : start;
    }

    private When end(IcsComponent event, When start) {
        When end = null;
        IcsComponent.Line line = event.first("DTEND");
        if (line == null) {
            line = event.first("DURATION");
        }
        try {
            if (line != null && !line.value().isBlank()) {
                end = line.name().equals("DTEND")
                        ? times.when(line)
                        : Times.after(start, IcsValues.duration(line.value()));
            }
        } catch (IllegalArgumentException e) {
            refusals.note(line.number(), line.name() + ": " + e.getMessage() + "; the event was taken without it");
        }
        if (end != null && !Times.isOrdered(start, end)) {
            refusals.note(line.number(), "an event that ends before it starts; it was taken without its end");
            end = null;
        }
        if (start.day()) {
            boolean isDay = end != null && end.local().isAfter(start.local());
            return new When(isDay ? wholeDay(end) : start.local().plusDays(1), null, true);
        }
        return end == null ? start : end.day() ? new When(end.local(), start.zone(), false) : end;
    }

    private static java.time.LocalDateTime wholeDay(When end) {
        boolean midnight = end.local().toLocalTime().toSecondOfDay() == 0;
        return end.local().toLocalDate().plusDays(midnight ? 0 : 1).atStartOfDay();
    }

    private Repeats repeats(IcsComponent event, When instance, When start, List<Times.Stretch> extra) {
        List<When> dates = extra.stream().map(Times.Stretch::start).toList();
        if (instance != null) {
            IcsComponent.Line line = event.first("RECURRENCE-ID");
            boolean onward = line != null && "THISANDFUTURE".equalsIgnoreCase(line.parameter("RANGE"));
            List<When> following = new ArrayList<>(List.of(start));
            dates.stream().filter(each -> !each.equals(start)).forEach(following::add);
            return onward ? new Repeats(List.of(), List.of(), following, List.of()) : Repeats.NEVER;
        }
        List<When> except = times.stretches(event.all("EXDATE")).stream()
                .map(Times.Stretch::start)
                .toList();
        return new Repeats(rules(event, "RRULE"), rules(event, "EXRULE"), dates, except);
    }

    private List<String> rules(IcsComponent event, String name) {
        List<String> rules = new ArrayList<>();
        for (IcsComponent.Line line : event.all(name)) {
            String rule = line.value().strip();
            try {
                if (!rule.isEmpty() && rules.size() < MOST_RULES) {
                    Rrule.read(rule);
                    rules.add(rule);
                }
            } catch (IllegalArgumentException e) {
                refusals.note(line.number(), e.getMessage() + "; the event was taken without it");
            }
        }
        return rules;
    }

    private static int sequence(IcsComponent event) {
        String digits = event.value("SEQUENCE").replaceFirst("^\\+?0*(?=\\d)", "");
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
    }

    private static boolean isTransparentWord(String value) {
        return value.toUpperCase(Locale.ROOT).startsWith("TRANSPARENT");
    }

    private boolean isTransparent(IcsComponent event) {
        return isTransparentWord(event.value("TRANSP"))
                || event.value("X-MICROSOFT-CDO-BUSYSTATUS").equalsIgnoreCase("FREE")
                || People.isDeclined(event, me);
    }

    /** The UID, or one made from what stays the same when the file is read again. */
    private static String uid(IcsComponent event) {
        String uid = IcsValues.text(event.value("UID"), LONGEST_UID);
        return uid.isEmpty()
                ? "without-uid-"
                        + Digests.of(event.value("DTSTART"), event.value("RECURRENCE-ID"), event.value("SUMMARY"))
                : uid;
    }

    private static CalendarItem with(CalendarItem item, Repeats repeats) {
        return copy(item, item.recurrenceId(), item.start(), item.end(), repeats);
    }

    private static CalendarItem at(CalendarItem item, Times.Stretch stretch) {
        return copy(item, stretch.start(), stretch.start(), stretch.end(), Repeats.NEVER);
    }

    static CalendarItem copy(CalendarItem item, When instance, When start, When end, Repeats repeats) {
        return new CalendarItem(
                item.uid(),
                instance,
                item.sequence(),
                item.stamp(),
                item.calendar(),
                item.summary(),
                item.location(),
                item.description(),
                item.people(),
                start,
                end,
                item.cancelled(),
                item.transparent(),
                item.invitation(),
                repeats);
    }
}
