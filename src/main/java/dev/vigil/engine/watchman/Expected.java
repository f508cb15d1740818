package dev.vigil.engine.watchman;

import dev.vigil.core.fact.Occurrence;
import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.Finding;
import dev.vigil.core.run.SeenEvent;
import dev.vigil.core.run.SeenMail;
import dev.vigil.core.watch.Trigger;
import dev.vigil.engine.vitals.Vitals;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Looks back at a deadline: whether what was expected came, also where nothing announces it. */
final class Expected {
    private static final Set<Trigger.Moment> EDGES = Set.of(Trigger.Moment.START, Trigger.Moment.END);

    private final Desk desk;
    private final MailBook mails;
    private final CalendarBook calendar;
    private final Vitals vitals;
    private final Around around;

    Expected(Desk desk, MailBook mails, CalendarBook calendar, Vitals vitals, Around around) {
        this.desk = desk;
        this.mails = mails;
        this.calendar = calendar;
        this.vitals = vitals;
        this.around = around;
    }

    /** When it came within {@code (from, till)}; null when it did not. */
    Instant cameBetween(ArmedWatch watch, int index, Trigger of, Instant from, Instant till) {
        String path = "when[" + index + "].of";
        if (of instanceof Trigger.Health health) {
            if (vitals.count(health, from, till) == 0) {
                return null;
            }
            Instant latest = vitals.latest(health.metric(), till);
            return latest == null || latest.isBefore(from) ? till : latest;
        }
        if (of instanceof Trigger.Mail) {
            for (SeenMail mail : mails.between(from.plusMillis(1), till.minusMillis(1))) {
                if (!mail.mine()
                        && Silences.counts(of, mail)
                        && holds(desk.setup.judge().explain(watch, path, mail, around))) {
                    return mail.mail().arrived();
                }
            }
            return null;
        }
        Trigger.Calendar asked = (Trigger.Calendar) of;
        if (!EDGES.contains(asked.moment())) {
            return null;
        }
        for (Occurrence one : calendar.touching(from, till)) {
            Instant at = Lead.anchor(asked, one).toInstant();
            if (at.isAfter(from)
                    && at.isBefore(till)
                    && holds(desk.setup
                            .judge()
                            .explain(watch, path, new SeenEvent(asked.moment(), one, null), around))) {
                return at;
            }
        }
        return null;
    }

    private static boolean holds(List<Finding> findings) {
        return findings.stream().allMatch(Finding::holds);
    }
}
