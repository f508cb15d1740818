package dev.vigil.rules;

import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.fact.Occurrence;
import dev.vigil.core.fact.Senders;
import dev.vigil.core.port.Matcher;
import dev.vigil.core.port.Surroundings;
import dev.vigil.core.run.Meeting;
import dev.vigil.core.run.SeenEvent;
import dev.vigil.core.watch.Trigger;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;

/** One ask held against one event; only what the ask names is checked. */
final class EventHearing extends Hearing {
    private final EventAsk ask;
    private final EventTold told;
    private final Matcher matcher;

    EventHearing(EventAsk ask, EventTold told, Matcher matcher) {
        this.ask = ask;
        this.told = told;
        this.matcher = matcher;
    }

    /** Every field that the ask has; {@code edge}: the day's first or last as well. */
    static Meeting hear(EventAsk ask, EventTold told, Matcher matcher, boolean edge) {
        EventHearing hearing = new EventHearing(ask, told, matcher);
        Trigger.Calendar asked = ask.getTrigger();
        if (asked.about() != null) {
            hearing.about();
        }
        if (asked.with() != null) {
            hearing.with();
        }
        if (asked.where() != null) {
            hearing.where();
        }
        if (asked.calendar() != null) {
            hearing.calendar();
        }
        if (asked.except() != null) {
            hearing.except();
        }
        if (asked.falls() != null) {
            hearing.falls();
        }
        if (edge && ask.isEdge()) {
            hearing.edge();
        }
        return hearing.meeting();
    }

    /** What a calendar trigger asks of an occurrence, whatever its moment: for relations, counts and the day's edges. */
    static boolean met(EventAsk ask, Occurrence occurrence, Surroundings world, Matcher matcher) {
        SeenEvent seen = new SeenEvent(Trigger.Moment.START, occurrence, null);
        return hear(ask, new EventTold(seen, world, matcher), matcher, false).met();
    }

    /**
     * An event's title rarely repeats that it is an appointment: "dentist appointment" is met by "Dentist".
     */
    static Matcher.Phrase title(String about, Matcher matcher) {
        if (about == null) {
            return null;
        }
        String bare = about.replaceAll("(?i)\\s+(appointments?|visits?)$", "");
        return matcher.phrase(bare.isBlank() ? about : bare);
    }

    @Override
    Ask ask() {
        return ask;
    }

    @Override
    String cause() {
        return occurrence().cause();
    }

    private Occurrence occurrence() {
        return told.getSeen().occurrence();
    }

    private CalendarItem item() {
        return occurrence().item();
    }

    private void about() {
        meets("about", ask.getAbout(), told.getText(), item().summary());
    }

    private void where() {
        meets("where", ask.getWhere(), matcher.digest(item().location()), item().location());
    }

    private void calendar() {
        meets("calendar", ask.getCalendar(), matcher.digest(item().calendar()), item().calendar());
    }

    private void meets(String field, Matcher.Phrase phrase, Matcher.Digest digest, String value) {
        find(field, matcher.match(phrase, digest).holds(), "“" + value + "”");
    }

    private void except() {
        Matcher.Match match = matcher.match(ask.getExcept(), told.getText());
        find("except", !match.holds(), match.holds() ? "it has “" + match.found() + "”" : "not in it");
    }

    private void with() {
        String wanted = ask.getTrigger().with();
        boolean there = item().people().stream().anyMatch(person -> Senders.names(wanted, person))
                || matcher.match(matcher.phrase(wanted), told.getText()).holds();
        find("with", there, there ? wanted : "with " + (item().people().isEmpty() ? "nobody named" : item().people()));
    }

    private void falls() {
        Trigger.Falls falls = ask.getTrigger().falls();
        ZonedDateTime start = occurrence().start();
        LocalDate date = start.toLocalDate();
        boolean holds = (falls.date() == null || falls.date().equals(date))
                && (falls.weekday().isEmpty() || falls.weekday().contains(date.getDayOfWeek()))
                && (falls.dates() == null || falls.dates().contains(date))
                && (falls.between() == null
                        || !occurrence().allDay() && falls.between().contains(start.toLocalTime()));
        find("falls", holds, "it is on " + date + (occurrence().allDay() ? "" : " at " + start.toLocalTime()));
    }

    /** Whether it is the day's first or last among those that the ask would meet. */
    private void edge() {
        Occurrence mine = occurrence();
        ZoneId zone = told.getWorld().zone();
        List<Occurrence> day = told
                .getWorld()
                .occurrences(
                        mine.date().atStartOfDay(zone).toInstant(),
                        mine.date().plusDays(1).atStartOfDay(zone).toInstant())
                .stream()
                .filter(other -> other.date().equals(mine.date()) && counts(other) && alike(other))
                .toList();
        boolean first = ask.getTrigger().first();
        Occurrence edge = first
                ? day.stream().min(Comparator.comparing(Occurrence::start)).orElse(null)
                : day.stream().max(Comparator.comparing(Occurrence::end)).orElse(null);
        boolean holds = edge != null && edge.cause().equals(mine.cause());
        find(
                first ? "first" : "last",
                holds,
                edge == null ? "no event counts that day" : "“" + edge.item().summary() + "” is");
    }

    private static boolean counts(Occurrence other) {
        return !other.allDay() && !other.item().cancelled() && !other.item().transparent();
    }

    private boolean alike(Occurrence other) {
        return met(ask, other, told.getWorld(), matcher);
    }
}
