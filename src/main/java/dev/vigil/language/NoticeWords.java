package dev.vigil.language;

import dev.vigil.core.fact.Address;
import dev.vigil.core.fact.Mail;
import dev.vigil.core.fact.Occurrence;
import dev.vigil.core.fact.Reading;
import dev.vigil.core.port.Telling;
import dev.vigil.core.watch.Trigger;
import dev.vigil.core.watch.Trigger.State;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** Words notices from what matched. What comes from mail and calendars is quoted as data, cleaned and cut. */
public final class NoticeWords implements Telling {
    private static final int LONGEST = 200;
    private static final int LONGEST_PART = 90;

    @Override
    public String time(Trigger.Time trigger, ZonedDateTime at) {
        return line(
                trigger.in() != null
                        ? "Time is up: " + TimeWords.length(trigger.in()) + "."
                        : "It is " + moment(at) + ".");
    }

    @Override
    public String mail(Trigger.Mail trigger, Mail mail) {
        String date = trigger.offset() == null ? "" : dated(mail.reading().dates());
        return line(date + sender(mail.from()) + ": " + or(mail.subject(), "(no subject)"));
    }

    /** The dates that the mail names, since the notice is about one of them. */
    private static String dated(List<Reading.Dated> dates) {
        return dates.stream()
                .limit(2)
                .map(named -> label(named) + " " + date(named.date(), named.time()) + " – ")
                .collect(Collectors.joining());
    }

    private static String sender(Address from) {
        return part(or(from.name(), or(from.email(), "unknown sender")));
    }

    private static String label(Reading.Dated named) {
        return switch (named.what()) {
            case "due" -> "Due";
            case "delivery" -> "Delivery";
            case "end" -> "Ends";
            case "return_by" -> "Return by";
            case "expires" -> "Expires";
            default -> "On";
        };
    }

    @Override
    public String event(Trigger.Calendar trigger, Occurrence event) {
        String title = part(or(event.item().summary(), "(untitled event)"));
        String place =
                event.item().location() == null || event.item().location().isBlank()
                        ? ""
                        : ", " + part(event.item().location());
        String when = event.allDay() ? "all day on " + TimeWords.day(event.date()) : moment(event.start());
        return line(
                switch (trigger.moment()) {
                    case START -> title + " – " + when + place;
                    case END ->
                        event.allDay()
                                ? title + " – ends on "
                                        + TimeWords.day(
                                                event.end().toLocalDate().minusDays(1))
                                : title + " – ends at " + moment(event.end()) + place;
                    case ADDED -> "New in your calendar: " + title + " – " + when + place;
                    case CHANGED -> "Changed: " + title + " – now " + when + place;
                    case CANCELLED -> "Cancelled: " + title + " – " + when + place;
                    case INVITED -> "Invitation" + inviter(event) + ": " + title + " – " + when + place;
                    case CONFLICT -> "Conflict: " + title + " – " + when + place + " – overlaps another event";
                });
    }

    private static String inviter(Occurrence event) {
        return event.item().people().isEmpty()
                ? ""
                : " from " + sender(event.item().people().get(0));
    }

    @Override
    public String health(Trigger.Health trigger, String value) {
        String happened = trigger.is() == State.MISSING ? HealthWords.is(trigger) : HealthWords.becomes(trigger);
        String found = value == null ? "" : part(value);
        return line(Texts.capital(happened) + (found.isEmpty() ? "." : " (" + found + ")."));
    }

    @Override
    public String silence(Trigger.Silence trigger, ZonedDateTime since) {
        String began = since == null ? "" : " since " + moment(since);
        return line(Texts.capital(SilenceWords.absent(trigger.of())).replace("*", "") + began + ".");
    }

    private static String moment(ZonedDateTime at) {
        return at.toLocalTime().truncatedTo(ChronoUnit.MINUTES) + " on " + TimeWords.day(at.toLocalDate());
    }

    private static String date(LocalDate date, LocalTime time) {
        return TimeWords.day(date) + (time == null ? "" : " at " + time);
    }

    private static String or(String text, String instead) {
        return text == null || Texts.plain(text).isEmpty() ? instead : text;
    }

    private static String part(String text) {
        return Texts.shorten(Texts.plain(text), LONGEST_PART);
    }

    private static String line(String text) {
        return Texts.shorten(Texts.plain(text), LONGEST);
    }
}
