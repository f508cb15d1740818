package dev.vigil.rules;

import dev.vigil.core.fact.Occurrence;
import dev.vigil.core.port.Matcher;
import dev.vigil.core.port.Surroundings;
import dev.vigil.core.run.SeenMail;
import dev.vigil.core.watch.Condition;
import dev.vigil.core.watch.Trigger;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

/** Conditions that the person's calendar, mail and health data answer. */
public final class Knowledge {
    private Knowledge() {}

    /** All-day, cancelled and transparent events do not make busy. */
    public static Answer busy(Question question) {
        boolean wanted = ((Condition.Calendar) question.getCondition()).busy();
        Instant at = question.getInstant();
        Optional<Occurrence> now = question.getWorld().occurrences(at, at).stream()
                .filter(one -> !one.allDay() && !one.item().transparent())
                .filter(one -> !one.start().toInstant().isAfter(at)
                        && one.end().toInstant().isAfter(at))
                .findFirst();
        String value =
                now.map(one -> "busy with “" + one.item().summary() + "”").orElse("free");
        return new Answer(
                question,
                now.isPresent() == wanted,
                value,
                now.map(one -> List.of(one.cause())).orElse(List.of()));
    }

    public static Answer state(Question question) {
        Trigger.Health state = ((Condition.State) question.getCondition()).of();
        Surroundings.Found found = question.getWorld().health(state, question.getInstant());
        return new Answer(question, found.holds(), found.value(), found.because());
    }

    public static Answer count(Question question, Matcher matcher) {
        Condition.Count asked = (Condition.Count) question.getCondition();
        int number = number(asked, question, matcher);
        return new Answer(question, asked.is().holds(number, asked.value()), "there are " + number, List.of());
    }

    private static int number(Condition.Count asked, Question question, Matcher matcher) {
        Surroundings world = question.getWorld();
        ZoneId zone = question.getAt().getZone();
        LocalDate day = question.getAt().toLocalDate().plusDays(asked.day());
        boolean week = asked.over() == Trigger.Over.WEEK;
        if (asked.of() instanceof Trigger.Calendar calendar) {
            LocalDate first = week ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : day;
            LocalDate last = week ? first.plusDays(6) : day;
            EventAsk ask = new EventAsk(0, "of", Instant.MIN, calendar, "", matcher);
            return (int) world.occurrences(start(first, zone), start(last.plusDays(1), zone)).stream()
                    .filter(one -> !one.date().isBefore(first) && !one.date().isAfter(last))
                    .filter(one -> EventHearing.met(ask, one, world, matcher))
                    .count();
        }
        // What has happened already is counted over the seven days that end now, not from Monday.
        Instant from = week && asked.day() == 0
                ? question.getAt().minusDays(7).toInstant()
                : start(week ? day.minusDays(6) : day, zone).minusMillis(1);
        Instant dayEnd = start(day.plusDays(1), zone).minusMillis(1);
        Instant till = dayEnd.isBefore(question.getInstant()) ? dayEnd : question.getInstant();
        if (asked.of() instanceof Trigger.Health health) {
            return world.count(health, from, till);
        }
        Trigger.Mail mail = (Trigger.Mail) asked.of();
        MailAsk ask = new MailAsk(0, "of", Instant.MIN, mail, mail.to() != null, "", matcher);
        return (int) world.mails(from.plusMillis(1), till).stream()
                .filter(seen -> counts(mail, seen))
                .filter(seen -> MailHearing.hear(ask, new MailTold(seen, world, matcher), matcher)
                        .met())
                .count();
    }

    private static boolean counts(Trigger.Mail asked, SeenMail seen) {
        return !seen.mine() || asked.to() != null;
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
