package dev.vigil.language;

import dev.vigil.core.port.Words;
import dev.vigil.core.watch.Trigger;
import dev.vigil.core.watch.Watch;
import dev.vigil.core.watch.Watch.Repeat;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says a watch back as one sentence, composed from its parts: what will be done, when, under which conditions, until
 * when. The person's own words stand between asterisks. Watches that behave differently read differently.
 */
public final class SayBack implements Words {
    @Override
    public String say(Watch watch, ZoneId zone) {
        ActionWords actions = new ActionWords(watch);
        String when = when(watch);
        boolean many = watch.when().size() > 1;
        String rest = new ConditionWords(watch.when()).join(watch.conditions(), many) + firstOnly(watch) + until(watch);
        boolean once = watch.repeat() == Repeat.ONCE && !watch.when().stream().allMatch(Trigger.Time.class::isInstance);
        if (actions.bare() && leadsWithAction(watch.when())) {
            return "I'll " + actions.say() + (once && !many ? " once, " : " ") + when
                    + (once && many ? ", once each" : "") + rest + ".";
        }
        String time = !once ? "" : many ? "once each, " : "just once, ";
        return Texts.capital(time + when) + rest + ", I'll " + actions.say() + ".";
    }

    /** "I'll tell you when …" reads well but for bare times and health, which come first. */
    private static boolean leadsWithAction(List<Trigger> when) {
        return when.stream().noneMatch(trigger -> trigger instanceof Trigger.Time || trigger instanceof Trigger.Health);
    }

    private static String when(Watch watch) {
        boolean notice = ActionWords.notice(watch);
        String leads = leads(watch);
        if (leads != null) {
            return leads;
        }
        return watch.when().stream()
                .map(trigger -> TriggerWords.adverbial(trigger, watch.repeat(), notice))
                .collect(Collectors.joining(", and also "));
    }

    /** "3 hours, 2 hours and 1 hour before your *exam*", when the triggers differ in nothing but their lead. */
    private static String leads(Watch watch) {
        List<String> leads = new ArrayList<>();
        Trigger.Calendar first = null;
        for (Trigger trigger : watch.when()) {
            if (!(trigger instanceof Trigger.Calendar event)
                    || event.offset() == null
                    || !event.offset().isNegative()) {
                return null;
            }
            if (first != null && !plain(event).equals(plain(first))) {
                return null;
            }
            first = event;
            leads.add(TimeWords.length(event.offset()));
        }
        return leads.size() < 2
                ? null
                : Texts.and(leads) + " before "
                        + ReminderWords.target(first, TriggerWords.reminded(first, watch.repeat()));
    }

    private static Trigger.Calendar plain(Trigger.Calendar event) {
        return new Trigger.Calendar(
                event.moment(),
                event.about(),
                event.with(),
                event.where(),
                event.calendar(),
                event.except(),
                null,
                null,
                null,
                event.first(),
                event.last(),
                event.falls());
    }

    /** A recurring time that fires once waits for the first time at which everything holds. */
    private static String firstOnly(Watch watch) {
        boolean recurs =
                watch.when().stream().anyMatch(trigger -> trigger instanceof Trigger.Time time && time.every() != null);
        if (watch.repeat() != Repeat.ONCE
                || !recurs
                || !watch.when().stream().allMatch(Trigger.Time.class::isInstance)) {
            return "";
        }
        return watch.conditions().isEmpty() ? ", but only the first time" : ", but only the first time that this is so";
    }

    private static String until(Watch watch) {
        return watch.until() == null ? "" : ", " + TimeWords.until(watch.until());
    }
}
