package dev.vigil.language;

import dev.vigil.core.watch.Trigger;
import java.util.ArrayList;
import java.util.List;

/** A calendar trigger in words. */
final class EventWords {
    /** Which event is spoken of. */
    enum Which {
        EVERY,
        YOUR,
        A,
        NO,
        ONE_COUNTED,
        COUNTED
    }

    private EventWords() {}

    /** "a *meeting* ends", "your *class* is cancelled". */
    static String clause(Trigger.Calendar event, Which which) {
        boolean many = which == Which.COUNTED;
        String be = many ? "are" : "is";
        return switch (event.moment()) {
            case START -> noun(event, which) + (many ? " start" : " starts");
            case END -> noun(event, which) + (many ? " end" : " ends");
            case ADDED ->
                noun(event, which) + " " + be + " added" + (event.calendar() == null ? " to your calendar" : "");
            case CHANGED -> noun(event, which) + " " + be + " changed";
            case CANCELLED -> noun(event, which) + " " + be + " cancelled";
            case INVITED -> invitation(event, which);
            case CONFLICT -> noun(event, which) + (many ? " overlap others" : " overlaps another event");
        };
    }

    /** "no *gym session* added to your calendar": what has not come about. */
    static String absent(Trigger.Calendar event) {
        String none = noun(event, Which.NO);
        return switch (event.moment()) {
            case START -> none + " started";
            case END -> none + " ended";
            case ADDED -> none + " added" + (event.calendar() == null ? " to your calendar" : "");
            case CHANGED -> none + " changed";
            case CANCELLED -> none + " cancelled";
            case INVITED -> "no invitation to " + noun(event, Which.A);
            case CONFLICT -> none + " overlapped another event";
        };
    }

    private static String invitation(Trigger.Calendar event, Which which) {
        String to = " to " + noun(event, Which.A);
        return switch (which) {
            case NO -> "no invitation" + to + " arrives";
            case ONE_COUNTED -> "invitation" + to + " arrives";
            case COUNTED -> "invitations" + to + " arrive";
            default -> "an invitation" + to + " arrives";
        };
    }

    /** "every *dentist appointment* with *Priya* on a Friday". */
    static String noun(Trigger.Calendar event, Which which) {
        return named(event, which) + qualifiers(event);
    }

    private static String named(Trigger.Calendar event, Which which) {
        String about = event.about();
        String name = about == null ? "event" : Texts.quote(about);
        if (event.first() || event.last()) {
            String place = event.first() ? "first " : "last ";
            return switch (which) {
                case EVERY -> "each day's " + place + name;
                case NO -> "no " + place + name + " of a day";
                case ONE_COUNTED -> place + name + " of a day";
                case COUNTED -> place + name + (about == null ? "s" : " events") + " of a day";
                default -> "the day's " + place + name;
            };
        }
        if (about == null) {
            return switch (which) {
                case EVERY -> "every event";
                case YOUR -> qualifiers(event).isEmpty() ? "your next event" : "your event";
                case A -> "an event";
                case NO -> "no event";
                case ONE_COUNTED -> "event";
                case COUNTED -> "events";
            };
        }
        boolean plural = Texts.plural(about);
        return switch (which) {
            case EVERY -> plural ? "each of your " + name : "every " + name;
            case YOUR -> plural ? "one of your " + name : "your " + name;
            case A -> plural ? "one of your " + name : (owned(about) ? "" : Texts.article(about) + " ") + name;
            case NO -> plural ? "none of your " + name : "no " + name;
            case ONE_COUNTED -> name + " event";
            case COUNTED -> plural ? name : name + " events";
        };
    }

    /** "Zoe's recital" takes no article, "doctor's appointment" does. */
    private static boolean owned(String about) {
        return about.matches("(?s)\\p{Lu}\\S*['’]s\\s.*");
    }

    private static String qualifiers(Trigger.Calendar event) {
        StringBuilder words = new StringBuilder();
        if (event.with() != null) {
            words.append(" with ").append(Texts.quote(event.with()));
        }
        if (event.where() != null) {
            words.append(" at ").append(Texts.quote(event.where()));
        }
        if (event.calendar() != null) {
            words.append(" in your ").append(Texts.quote(event.calendar())).append(" calendar");
        }
        if (event.falls() != null) {
            words.append(" ").append(falls(event.falls()));
        }
        if (event.except() != null) {
            words.append(" that doesn't mention ").append(Texts.quote(event.except()));
        }
        return words.toString();
    }

    private static String falls(Trigger.Falls falls) {
        List<String> parts = new ArrayList<>();
        if (falls.date() != null) {
            parts.add("on " + TimeWords.day(falls.date()));
        }
        if (!falls.weekday().isEmpty()) {
            parts.add(TimeWords.on(falls.weekday()));
        }
        if (falls.between() != null) {
            parts.add(TimeWords.between(falls.between()));
        }
        if (falls.dates() != null) {
            parts.add(TimeWords.dates(falls.dates()));
        }
        return (falls.date() != null && parts.size() == 1 ? "" : "that falls ") + String.join(", ", parts);
    }
}
