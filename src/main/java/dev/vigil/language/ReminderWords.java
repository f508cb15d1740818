package dev.vigil.language;

import dev.vigil.core.watch.Span;
import dev.vigil.core.watch.Trigger;
import dev.vigil.core.watch.Trigger.Moment;
import dev.vigil.language.EventWords.Which;
import java.time.LocalTime;

/** When a calendar trigger is due: "at 18:00 the evening before every *dentist appointment*". */
final class ReminderWords {
    private static final LocalTime EVENING = LocalTime.of(17, 0);

    private ReminderWords() {}

    /** True when it is due at another moment than the event's own. */
    static boolean leads(Trigger.Calendar event, boolean notice) {
        return event.day() != null || event.offset() != null && !event.offset().isZero() || defaultLead(event, notice);
    }

    /** A notice at a start that names no lead comes half an hour early. */
    private static boolean defaultLead(Trigger.Calendar event, boolean notice) {
        return notice && event.moment() == Moment.START && event.offset() == null && event.day() == null;
    }

    /** The due moment as an adverbial; only where {@link #leads}. */
    static String due(Trigger.Calendar event, Which which, boolean notice) {
        String target = target(event, which);
        if (event.day() != null) {
            return day(event.day(), event.time(), target);
        }
        if (defaultLead(event, notice)) {
            return "30 minutes before " + target + ", or at 18:00 the evening before if it lasts all day";
        }
        return lead(event) + " " + target;
    }

    /** "3 hours before". */
    static String lead(Trigger.Calendar event) {
        Span offset = event.offset();
        return TimeWords.length(offset) + (offset.isNegative() ? " before" : " after");
    }

    static String target(Trigger.Calendar event, Which which) {
        return switch (event.moment()) {
            case START -> EventWords.noun(event, which) + mine(event, which);
            case END -> "the end of " + EventWords.noun(event, which);
            default -> EventWords.clause(event, which == Which.EVERY ? Which.A : which);
        };
    }

    private static String mine(Trigger.Calendar event, Which which) {
        boolean bare = event.about() != null && event.calendar() == null && !Texts.plural(event.about());
        return which == Which.EVERY && bare && event.falls() == null && event.except() == null
                ? " in your calendar"
                : "";
    }

    private static String day(int day, LocalTime time, String target) {
        String days = Texts.count(Math.abs(day), "day") + (day < 0 ? " before " : " after ") + target;
        if (time == null) {
            return day == 0
                    ? "on the day of " + target + ", at its own clock time or 08:00 if it lasts all day"
                    : days + ", at its own clock time or 08:00 if it lasts all day";
        }
        return "at " + time
                + switch (day) {
                    case 0 -> " on the day of " + target;
                    case -1 -> (time.isBefore(EVENING) ? " the day before " : " the evening before ") + target;
                    case 1 -> " the day after " + target;
                    default -> ", " + days;
                };
    }
}
