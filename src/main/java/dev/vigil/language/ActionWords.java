package dev.vigil.language;

import dev.vigil.core.watch.Action;
import dev.vigil.core.watch.Condition;
import dev.vigil.core.watch.Trigger;
import dev.vigil.core.watch.Watch;
import java.util.ArrayList;
import java.util.List;

/** What a watch does, to follow "I'll": "suggest a break and dim the screen". */
final class ActionWords {
    private final Watch watch;

    ActionWords(Watch watch) {
        this.watch = watch;
    }

    /** One notice that brings no words of its own: the sentence can then begin with it. */
    boolean bare() {
        return watch.then().size() == 1 && watch.then().get(0) instanceof Action.Notify notify && notify.say() == null;
    }

    static boolean notice(Watch watch) {
        return watch.then().stream().anyMatch(Action.Notify.class::isInstance);
    }

    /** All actions; what is quoted after a colon comes last. */
    String say() {
        List<String> deeds = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (Action action : watch.then()) {
            boolean quotes = action instanceof Action.Notify notify && notify.say() != null;
            (quotes ? told : deeds).add(say(action));
        }
        if (told.isEmpty()) {
            return Texts.and(deeds);
        }
        String last = String.join(", and ", told);
        return deeds.isEmpty() ? last : String.join(", ", deeds) + " and " + last;
    }

    private String say(Action action) {
        if (action instanceof Action.Notify notify) {
            return notify(notify);
        }
        if (action instanceof Action.SuggestBreak suggestion) {
            return "suggest a break"
                    + (suggestion.lasting() == null ? "" : " of " + TimeWords.length(suggestion.lasting()));
        }
        if (action instanceof Action.DimScreen dim) {
            return "dim the screen" + (dim.level() == null ? "" : " to " + dim.level() + "%");
        }
        if (action instanceof Action.Quiet quiet) {
            return "hold your notifications " + quiet(quiet);
        }
        if (action instanceof Action.BlockTime block) {
            return "put a hold" + (block.lasting() == null ? "" : " of " + TimeWords.length(block.lasting()))
                    + (block.say() == null ? "" : " called " + Texts.quote(block.say())) + " in your calendar";
        }
        if (action instanceof Action.DraftReply) {
            return "draft a reply without sending it";
        }
        if (action instanceof Action.Soften) {
            return "offer a calmer wording of the drafts you write in that state";
        }
        if (action instanceof Action.Forward forward) {
            return "ask you whether to forward it to " + Texts.quote(forward.to());
        }
        if (action instanceof Action.Label label) {
            return "label it " + Texts.quote(label.as());
        }
        if (action instanceof Action.Digest digest) {
            return switch (digest.of()) {
                case MAIL -> "give you a digest of your mail";
                case CALENDAR -> "give you a digest of your calendar";
                case HEALTH -> "give you a digest of your health";
                case FOLLOW_UPS -> "give you a digest of your follow-ups";
            };
        }
        return "run your command " + Texts.quote(((Action.Run) action).command());
    }

    private String notify(Action.Notify notify) {
        String verb = notify.say() == null && reminds() ? "remind you" : "tell you";
        String via = notify.via() == null
                ? ""
                : switch (notify.via()) {
                    case PHONE -> " on your phone";
                    case DESKTOP -> " on your desktop";
                    case MAIL -> " by mail";
                };
        return (notify.urgent() ? "urgently " : "")
                + verb
                + via
                + (notify.say() == null ? "" : ": " + Texts.quote(notify.say()));
    }

    /** A time or a coming event is reminded of, a finding is told. */
    private boolean reminds() {
        boolean finding = watch.conditions().stream()
                .anyMatch(condition -> condition instanceof Condition.State || condition instanceof Condition.Count);
        return !finding
                && watch.when().stream()
                        .allMatch(trigger -> trigger instanceof Trigger.Time
                                || trigger instanceof Trigger.Calendar event && ReminderWords.leads(event, true));
    }

    private String quiet(Action.Quiet quiet) {
        if (quiet.lasting() != null) {
            return "for " + TimeWords.length(quiet.lasting());
        }
        if (quiet.till() != null) {
            return "until " + quiet.till();
        }
        boolean event = watch.when().stream().anyMatch(Trigger.Calendar.class::isInstance)
                || watch.conditions().stream()
                        .anyMatch(condition -> condition instanceof Condition.Relation relation
                                && relation.order() == Condition.Order.DURING);
        return event ? "until the event ends" : "for 1 hour";
    }
}
