package dev.vigil.engine.watchman;

import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.fact.Fact;
import dev.vigil.core.fact.Mail;
import dev.vigil.core.fact.Occurrence;
import dev.vigil.core.fact.Sample;
import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.Case;
import dev.vigil.core.run.Finding;
import dev.vigil.core.run.SeenEvent;
import dev.vigil.core.run.SeenMail;
import dev.vigil.core.run.Verdict;
import dev.vigil.core.watch.Trigger;
import dev.vigil.engine.vitals.Vitals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tells, condition by condition, why a watch fires at something or does not; the watchman stands at that moment. */
public final class Explaining {
    private final Desk desk;
    private final CalendarBook calendar;
    private final MailBook mails;
    private final Vitals vitals;
    private final Around around;

    Explaining(Desk desk, CalendarBook calendar, MailBook mails, Vitals vitals, Around around) {
        this.desk = desk;
        this.calendar = calendar;
        this.mails = mails;
        this.vitals = vitals;
        this.around = around;
    }

    /**
     * One verdict for each trigger of the watch that asks for such a thing.
     *
     * @param event as in {@code because}; for one occurrence of a series with its suffix
     * @param at when it became known
     */
    public List<Verdict> explain(ArmedWatch watch, String event, Fact fact, Instant at) {
        desk.watches.put(watch.number(), watch);
        desk.setup.judge().arm(watch);
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < watch.watch().when().size(); i++) {
            Trigger trigger = watch.watch().when().get(i);
            String path = "when[" + i + "]";
            if (trigger instanceof Trigger.Silence silence) {
                trigger = silence.of();
                path += ".of";
            }
            if (fact instanceof Mail mail && trigger instanceof Trigger.Mail) {
                SeenMail seen = mails.knows(mail.messageId()) ? mails.get(mail.messageId()) : mails.add(mail);
                List<Finding> found = desk.setup.judge().explain(watch, path, seen, around);
                verdicts.add(weigh(watch, i, event, at, dated(found, path, watch, at), null));
            } else if (fact instanceof CalendarItem item && trigger instanceof Trigger.Calendar asked) {
                verdicts.addAll(events(watch, i, path, asked, item, event, at));
            } else if (fact instanceof Sample sample
                    && trigger instanceof Trigger.Health asked
                    && asked.metric() == sample.metric()
                    && asked.is() != null) {
                Vitals.Answer answer = vitals.holds(asked, sample.known());
                verdicts.add(weigh(
                        watch,
                        i,
                        event,
                        sample.known(),
                        dated(
                                List.of(new Finding(path, answer.holds(), answer.value(), answer.because())),
                                path,
                                watch,
                                at),
                        null));
            }
        }
        return verdicts;
    }

    /** What is dated before arming fires nothing. */
    private static List<Finding> dated(List<Finding> found, String path, ArmedWatch watch, Instant at) {
        List<Finding> all = new ArrayList<>(found);
        if (!at.isAfter(watch.since())) {
            all.add(new Finding(path + ".since", false, "it is older than the watch", List.of()));
        }
        return all;
    }

    private List<Verdict> events(
            ArmedWatch watch,
            int index,
            String path,
            Trigger.Calendar asked,
            CalendarItem item,
            String event,
            Instant at) {
        calendar.add(item, at);
        List<Verdict> verdicts = new ArrayList<>();
        boolean edge = asked.moment() == Trigger.Moment.START || asked.moment() == Trigger.Moment.END;
        for (Occurrence one : calendar.of(item.uid())) {
            if (!one.cause().equals(event) && !item.cause().equals(event)) {
                continue;
            }
            List<Finding> found =
                    desk.setup.judge().explain(watch, path, new SeenEvent(asked.moment(), one, null), around);
            Instant due = edge ? Lead.due(watch.watch(), asked, one) : at;
            verdicts.add(weigh(watch, index, one.cause(), due, dated(found, path, watch, due), one));
            if (verdicts.size() == 20) {
                break;
            }
        }
        return verdicts;
    }

    private Verdict weigh(
            ArmedWatch watch, int index, String event, Instant at, List<Finding> found, Occurrence occurrence) {
        Case one = new Case(watch.number(), index, event, desk.local(at, watch), found, List.of(event), occurrence);
        Verdict verdict = desk.setup.judge().weigh(List.of(one), around).get(0);
        boolean met = found.stream().allMatch(Finding::holds);
        return new Verdict(
                verdict.person(),
                verdict.watch(),
                verdict.trigger(),
                verdict.event(),
                verdict.at(),
                met && verdict.fired(),
                verdict.conditions());
    }
}
