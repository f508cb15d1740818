package dev.vigil.engine.watchman;

import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.Case;
import dev.vigil.core.run.Finding;
import dev.vigil.core.run.SeenMail;
import dev.vigil.core.run.Wakeup;
import dev.vigil.core.watch.MailKind;
import dev.vigil.core.watch.Trigger;
import dev.vigil.core.watch.Until;
import dev.vigil.core.watch.Watch;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

/**
 * Things expected that do not happen. An open silence is a DEADLINE wake-up; its note holds the moment from which what is
 * expected counts and, after a space, the cause that it runs from.
 */
final class Silences {
    private static final String ARMING = "arming";
    private static final Set<MailKind> NO_ANSWER = Set.of(MailKind.AUTOMATIC, MailKind.NEWSLETTER);

    private final Desk desk;
    private final Expected expected;
    private final MailBook mails;
    private final Around around;

    Silences(Desk desk, Expected expected, MailBook mails, Around around) {
        this.desk = desk;
        this.expected = expected;
        this.mails = mails;
        this.around = around;
    }

    private static Trigger.Silence silence(ArmedWatch watch, int index) {
        return (Trigger.Silence) watch.watch().when().get(index);
    }

    private static boolean awaitsReply(Trigger.Silence silence) {
        return silence.after() == null
                && silence.lasting() != null
                && silence.of() instanceof Trigger.Mail mail
                && mail.kind() == MailKind.REPLY;
    }

    /** Opens what runs from arming. */
    void plan(ArmedWatch watch, int index) {
        Trigger.Silence silence = silence(watch, index);
        if (silence.after() != null) {
            return;
        }
        if (silence.by() != null) {
            planBy(watch, index, watch.since());
        } else if (!awaitsReply(silence) || !planReply(watch, index)) {
            open(watch, index, ARMING, watch.since(), silence.lasting().after(local(watch, watch.since())), "");
        }
    }

    private void planBy(ArmedWatch watch, int index, Instant after) {
        Until by = silence(watch, index).by();
        ZonedDateTime now = local(watch, after);
        ZonedDateTime deadline;
        Instant from = watch.since();
        if (by instanceof Until.Clock clock) {
            ZonedDateTime today = now.toLocalDate().atTime(clock.time()).atZone(watch.zone());
            deadline = today.isAfter(now)
                    ? today
                    : now.toLocalDate().plusDays(1).atTime(clock.time()).atZone(watch.zone());
            if (watch.watch().repeat() == Watch.Repeat.ALWAYS) {
                from = deadline.toLocalDate().atStartOfDay(watch.zone()).toInstant();
            }
        } else if (by instanceof Until.Day day) {
            deadline = lastMinute(day.date()).atZone(watch.zone());
        } else {
            deadline = ((Until.Moment) by).at().atZone(watch.zone());
        }
        if (deadline.toInstant().isAfter(after) && !desk.over(watch, deadline.toInstant())) {
            open(watch, index, ARMING, from, deadline, "");
        } else {
            desk.spend(watch.number(), index);
        }
    }

    /** "By Friday" ends with the day's last minute. */
    private static java.time.LocalDateTime lastMinute(LocalDate date) {
        return date.atTime(23, 59);
    }

    /** From the person's own last mail, if there is one; what was answered before arming is over. */
    private boolean planReply(ArmedWatch watch, int index) {
        List<SeenMail> past = mails.between(Instant.EPOCH, desk.now);
        for (int i = past.size() - 1; i >= 0; i--) {
            SeenMail mine = past.get(i);
            if (mine.mine() && met(watch, "when[" + index + "].sent", mine)) {
                if (!mails.answeredSince(mine.thread(), mine.mail().arrived())) {
                    sent(watch, index, mine);
                }
                return true;
            }
        }
        return false;
    }

    private boolean met(ArmedWatch watch, String path, SeenMail mail) {
        return desk.setup.judge().explain(watch, path, mail, around).stream().allMatch(Finding::holds);
    }

    /** The person wrote: the clock of that conversation runs from now. */
    void sent(ArmedWatch watch, int index, SeenMail mine) {
        Trigger.Silence silence = silence(watch, index);
        Instant from = mine.mail().arrived();
        ZonedDateTime deadline = silence.lasting().after(local(watch, from));
        desk.agenda.settleIf(
                watch.number(),
                wakeup -> isDeadline(wakeup, index) && wakeup.key().equals(ARMING),
                desk.batch);
        if (deadline.toInstant().isAfter(desk.now)) {
            open(watch, index, mine.thread(), from, deadline, mine.mail().cause());
        } else if (watch.watch().repeat() == Watch.Repeat.ONCE) {
            open(
                    watch,
                    index,
                    mine.thread(),
                    from,
                    local(watch, desk.now),
                    mine.mail().cause());
        }
    }

    /** What the silence runs `after` has happened. */
    void started(ArmedWatch watch, int index, String cause, Instant at) {
        Trigger.Silence silence = silence(watch, index);
        ZonedDateTime from = local(watch, at);
        ZonedDateTime deadline;
        if (silence.lasting() != null) {
            deadline = silence.lasting().after(from);
        } else if (silence.by() instanceof Until.Clock clock) {
            ZonedDateTime today = from.toLocalDate().atTime(clock.time()).atZone(watch.zone());
            deadline = today.isAfter(from) ? today : today.plusDays(1);
        } else if (silence.by() instanceof Until.Day day) {
            deadline = lastMinute(day.date()).atZone(watch.zone());
        } else {
            deadline = ((Until.Moment) silence.by()).at().atZone(watch.zone());
        }
        if (deadline.toInstant().isAfter(at)) {
            open(watch, index, cause, at, deadline, cause);
        }
    }

    private void open(ArmedWatch watch, int index, String key, Instant from, ZonedDateTime deadline, String cause) {
        if (!desk.spent(watch.number(), index) && !desk.over(watch, deadline.toInstant())) {
            desk.wake(watch, index, Wakeup.Kind.DEADLINE, key, deadline.toInstant(), (from + " " + cause).strip());
        }
    }

    /** What was expected has come: its open silences end. */
    void happened(ArmedWatch watch, int index, String thread, Instant at) {
        Trigger.Silence silence = silence(watch, index);
        List<Wakeup> open = desk.agenda.of(watch.number()).stream()
                .filter(wakeup -> isDeadline(wakeup, index))
                .filter(wakeup -> !from(wakeup).isAfter(at) && at.isBefore(wakeup.due()))
                .filter(wakeup -> !awaitsReply(silence)
                        || wakeup.key().equals(ARMING)
                        || thread == null
                        || wakeup.key().equals(thread))
                .toList();
        open.forEach(wakeup -> desk.agenda.settle(wakeup, desk.batch));
        if (!open.isEmpty()) {
            goOn(watch, index, at, open.get(0).due());
        } else if (restarts(watch, silence)
                && desk.agenda.of(watch.number()).stream().noneMatch(w -> isDeadline(w, index))) {
            goOn(watch, index, at, at);
        }
    }

    private static boolean restarts(ArmedWatch watch, Trigger.Silence silence) {
        return watch.watch().repeat() == Watch.Repeat.ALWAYS
                && silence.after() == null
                && silence.lasting() != null
                && !awaitsReply(silence);
    }

    /** A `once` silence is over when what was expected came; an `always` one begins anew. */
    private void goOn(ArmedWatch watch, int index, Instant at, Instant due) {
        Trigger.Silence silence = silence(watch, index);
        if (watch.watch().repeat() == Watch.Repeat.ONCE) {
            desk.spend(watch.number(), index);
        } else if (silence.by() instanceof Until.Clock && silence.after() == null) {
            planBy(watch, index, due);
        } else if (restarts(watch, silence)) {
            open(watch, index, ARMING, at, silence.lasting().after(local(watch, at)), "");
        }
    }

    /** The case of a deadline that has come; null when what was expected happened after all. */
    Reason come(Wakeup wakeup, boolean late) {
        ArmedWatch watch = desk.watch(wakeup.watch());
        Trigger.Silence silence = silence(watch, wakeup.trigger());
        Instant from = from(wakeup);
        Instant came = expected.cameBetween(watch, wakeup.trigger(), silence.of(), from, wakeup.due());
        if (came != null) {
            goOn(watch, wakeup.trigger(), came, wakeup.due());
            return null;
        }
        ZonedDateTime at = local(watch, wakeup.due());
        String event = "silence:" + watch.number() + ":" + at.toLocalDateTime();
        List<String> because = wakeup.note().indexOf(' ') < 0
                ? List.of()
                : List.of(wakeup.note().substring(wakeup.note().indexOf(' ') + 1));
        ZonedDateTime since = local(watch, from);
        Finding found = new Finding(
                "when[" + wakeup.trigger() + "].of", true, "nothing came since " + since.toLocalDateTime(), because);
        Case about = new Case(wakeup.watch(), wakeup.trigger(), event, at, List.of(found), because, null);
        return new Reason(
                about,
                "silence:" + wakeup.key() + "@" + wakeup.due(),
                () -> desk.setup.telling().silence(silence, since),
                late);
    }

    /** After a deadline was judged: what recurs is planned again. */
    void after(Wakeup wakeup, boolean fired) {
        ArmedWatch watch = desk.watch(wakeup.watch());
        Trigger.Silence silence = silence(watch, wakeup.trigger());
        boolean daily = silence.by() instanceof Until.Clock && silence.after() == null;
        if (daily && (watch.watch().repeat() == Watch.Repeat.ALWAYS || !fired)) {
            planBy(watch, wakeup.trigger(), wakeup.due());
        } else if (silence.by() != null && silence.after() == null) {
            desk.spend(watch.number(), wakeup.trigger());
        } else if (restarts(watch, silence) && silence.of() instanceof Trigger.Health) {
            // health samples are not announced one by one: look again after the same span
            open(
                    watch,
                    wakeup.trigger(),
                    ARMING,
                    wakeup.due(),
                    silence.lasting().after(local(watch, wakeup.due())),
                    "");
        }
    }

    /** Automatic answers and newsletters never end a silence, unless they are what is awaited. */
    static boolean counts(Trigger of, SeenMail mail) {
        if (!(of instanceof Trigger.Mail asked)) {
            return true;
        }
        return asked.kind() != null && NO_ANSWER.contains(asked.kind())
                || mail.kinds().keySet().stream().noneMatch(NO_ANSWER::contains);
    }

    private static boolean isDeadline(Wakeup wakeup, int index) {
        return wakeup.kind() == Wakeup.Kind.DEADLINE && wakeup.trigger() == index;
    }

    private static Instant from(Wakeup wakeup) {
        String note = wakeup.note();
        int space = note.indexOf(' ');
        return Instant.parse(space < 0 ? note : note.substring(0, space));
    }

    private static ZonedDateTime local(ArmedWatch watch, Instant at) {
        return at.atZone(watch.zone());
    }
}
