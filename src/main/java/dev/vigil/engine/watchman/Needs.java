package dev.vigil.engine.watchman;

import dev.vigil.core.watch.Condition;
import dev.vigil.core.watch.MailKind;
import dev.vigil.core.watch.Trigger;
import dev.vigil.core.watch.Watch;
import java.util.Locale;
import java.util.Set;

/** Whether everything that a watch leans on is there; if not, the sentence that says so and what mends it. */
final class Needs {
    private Needs() {}

    /** Null when it can run. */
    static String mend(Watch watch, Setup setup) {
        for (Trigger trigger : watch.when()) {
            String mend = mend(trigger, setup);
            if (mend != null) {
                return mend;
            }
        }
        for (Condition condition : watch.conditions()) {
            String mend = mend(condition, setup);
            if (mend != null) {
                return mend;
            }
        }
        return null;
    }

    private static String mend(Condition condition, Setup setup) {
        if (condition instanceof Condition.Relation relation) {
            return mend(relation.of(), setup);
        }
        if (condition instanceof Condition.State state) {
            return mend(state.of(), setup);
        }
        if (condition instanceof Condition.Count count) {
            return mend(count.of(), setup);
        }
        if (condition instanceof Condition.Calendar) {
            return connector("calendar", setup);
        }
        if (condition instanceof Condition.Not not) {
            return mend(not.condition(), setup);
        }
        if (condition instanceof Condition.Any any) {
            for (Condition inner : any.conditions()) {
                String mend = mend(inner, setup);
                if (mend != null) {
                    return mend;
                }
            }
        }
        return null;
    }

    private static String mend(Trigger trigger, Setup setup) {
        if (trigger instanceof Trigger.Mail mail) {
            String missing = connector("mail", setup);
            return missing != null ? missing : kind(mail, setup.kinds());
        }
        if (trigger instanceof Trigger.Calendar) {
            return connector("calendar", setup);
        }
        if (trigger instanceof Trigger.Health) {
            return connector("health", setup);
        }
        if (trigger instanceof Trigger.Silence silence) {
            String mend = silence.of() instanceof Trigger.Mail mail
                            && setup.connectors().contains("mail")
                    ? kind(mail, setup.certain())
                    : mend(silence.of(), setup);
            return mend != null || silence.after() == null ? mend : mend(silence.after(), setup);
        }
        return null;
    }

    private static String connector(String name, Setup setup) {
        return setup.connectors().contains(name)
                ? null
                : "There is no " + name + " source: add one with `vigil source add " + name + " …`.";
    }

    private static String kind(Trigger.Mail mail, Set<MailKind> kinds) {
        MailKind kind = mail.kind();
        return kind == null || kinds.contains(kind)
                ? null
                : "No mail reader here can tell yet whether a mail is "
                        + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + ": watch for the sender or for words of the mail instead.";
    }
}
