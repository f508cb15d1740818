package dev.vigil.language;

import dev.vigil.core.watch.MailKind;
import dev.vigil.core.watch.Trigger;
import dev.vigil.core.watch.Watch.Repeat;

/** A silence in words: "no reply from *Anna* arrives within 3 days of your own last mail in the thread". */
final class SilenceWords {
    private SilenceWords() {}

    static String clause(Trigger.Silence silence, Repeat repeat) {
        return expected(silence.of()) + " " + deadline(silence, repeat);
    }

    /** What does not happen: "no weight reading is recorded". */
    static String expected(Trigger of) {
        if (of instanceof Trigger.Mail mail) {
            return mail.offset() == null
                    ? MailWords.clause(mail, MailWords.Number.NO)
                    : MailWords.clause(mail, MailWords.Number.NO) + " " + TriggerWords.namedDate(mail);
        }
        if (of instanceof Trigger.Calendar event) {
            String clause = EventWords.clause(event, EventWords.Which.NO);
            return ReminderWords.leads(event, false)
                    ? clause + ", counted " + ReminderWords.due(event, EventWords.Which.A, false)
                    : clause;
        }
        return HealthWords.fails((Trigger.Health) of);
    }

    /** What has not come, without a verb where that can be: "no reply from *Anna*". */
    static String absent(Trigger of) {
        if (of instanceof Trigger.Mail mail) {
            return MailWords.noun(mail, MailWords.Number.NO);
        }
        if (of instanceof Trigger.Health health && health.is() == null) {
            return HealthWords.fails(health).replace(" is recorded", "");
        }
        if (of instanceof Trigger.Calendar event) {
            return EventWords.absent(event);
        }
        return expected(of);
    }

    private static String deadline(Trigger.Silence silence, Repeat repeat) {
        if (silence.by() != null) {
            return TimeWords.by(silence.by());
        }
        String within = "within " + TimeWords.length(silence.lasting());
        if (silence.after() != null) {
            return within + " after " + TriggerWords.since(silence.after());
        }
        boolean reply = silence.of() instanceof Trigger.Mail mail && mail.kind() == MailKind.REPLY;
        if (reply) {
            return within + " of your own last mail in the thread";
        }
        return repeat == Repeat.ONCE ? within + " from now" : within;
    }
}
