package dev.vigil.language;

import dev.vigil.core.watch.Span;
import dev.vigil.core.watch.Trigger;
import dev.vigil.core.watch.Trigger.Moment;
import dev.vigil.core.watch.Watch.Repeat;
import dev.vigil.language.EventWords.Which;

/** One trigger as an adverbial: "every weekday at 08:00", "when a mail arrives", "30 minutes before every event". */
final class TriggerWords {
    private TriggerWords() {}

    /** {@code notice}: the watch gives one, which at an event's start comes early. */
    static String adverbial(Trigger trigger, Repeat repeat, boolean notice) {
        String when = repeat == Repeat.ONCE ? "when " : "whenever ";
        if (trigger instanceof Trigger.Time time) {
            return time(time);
        }
        if (trigger instanceof Trigger.Mail mail) {
            return mail.offset() == null
                    ? when + MailWords.clause(mail, MailWords.Number.A)
                    : namedDate(mail) + " in " + MailWords.noun(mail, MailWords.Number.A);
        }
        if (trigger instanceof Trigger.Calendar event) {
            return ReminderWords.leads(event, notice)
                    ? ReminderWords.due(event, reminded(event, repeat), notice)
                    : when + EventWords.clause(event, happening(event, repeat));
        }
        if (trigger instanceof Trigger.Health health) {
            return when + HealthWords.becomes(health);
        }
        return (repeat == Repeat.ONCE ? "if " : "each time ") + SilenceWords.clause((Trigger.Silence) trigger, repeat);
    }

    /** "3 days before the date named". */
    static String namedDate(Trigger.Mail mail) {
        Span offset = mail.offset();
        return offset.isZero()
                ? "on the date named"
                : TimeWords.length(offset) + (offset.isNegative() ? " before" : " after") + " the date named";
    }

    static Which reminded(Trigger.Calendar event, Repeat repeat) {
        if (event.moment() == Moment.START || event.moment() == Moment.END) {
            return repeat == Repeat.ONCE ? Which.YOUR : Which.EVERY;
        }
        return happening(event, repeat);
    }

    private static Which happening(Trigger.Calendar event, Repeat repeat) {
        boolean known =
                event.moment() != Moment.ADDED && event.moment() != Moment.INVITED && event.moment() != Moment.CONFLICT;
        return repeat == Repeat.ONCE && known && event.about() != null ? Which.YOUR : Which.A;
    }

    private static String time(Trigger.Time time) {
        if (time.at() != null) {
            return "on " + TimeWords.day(time.at().toLocalDate()) + " at "
                    + time.at().toLocalTime();
        }
        if (time.in() != null) {
            return "in " + TimeWords.length(time.in());
        }
        String at = time.times().isEmpty() ? "" : " at " + TimeWords.times(time.times());
        return RuleWords.say(time.every(), at)
                + (time.from() == null ? "" : ", from " + TimeWords.day(time.from()) + " on");
    }

    /** What follows "after" or "before": "a *meeting* ends", "a workout". */
    static String since(Trigger trigger) {
        if (trigger instanceof Trigger.Time time) {
            return "this time: " + time(time);
        }
        if (trigger instanceof Trigger.Mail mail) {
            return mail.offset() == null
                    ? MailWords.clause(mail, MailWords.Number.A)
                    : "the moment " + namedDate(mail) + " in " + MailWords.noun(mail, MailWords.Number.A);
        }
        if (trigger instanceof Trigger.Calendar event) {
            return ReminderWords.leads(event, false)
                    ? "the moment " + ReminderWords.due(event, Which.A, false)
                    : EventWords.clause(event, Which.A);
        }
        Trigger.Health health = (Trigger.Health) trigger;
        return switch (health.metric()) {
            case WORKOUT, SLEEP -> "a " + HealthWords.thing(health, false);
            default -> HealthWords.becomes(health);
        };
    }
}
