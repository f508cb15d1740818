package dev.vigil.engine.watchman;

import dev.vigil.core.watch.Condition;
import dev.vigil.core.watch.MailKind;
import dev.vigil.core.watch.Trigger;
import dev.vigil.core.watch.Watch;
import java.util.Locale;
import java.util.Set;

/** Whether everything that a watch leans on is there; if not, the sentence that says so and what mends it. */
public final class Needs {
    private final Set<String> connectors;
    private final Set<MailKind> kinds;
    private final Set<MailKind> certain;

    /**
     * @param connectors those of which there is a source
     * @param kinds kinds of mail that somebody here can tell, if only where the mail declares them
     * @param certain kinds that are told of every mail
     */
    public Needs(Set<String> connectors, Set<MailKind> kinds, Set<MailKind> certain) {
        this.connectors = Set.copyOf(connectors);
        this.kinds = Set.copyOf(kinds);
        this.certain = Set.copyOf(certain);
    }

    /** Null when it can run. */
    public String mend(Watch watch) {
        for (Trigger trigger : watch.when()) {
            String mend = mend(trigger);
            if (mend != null) {
                return mend;
            }
        }
        for (Condition condition : watch.conditions()) {
            String mend = mend(condition);
            if (mend != null) {
                return mend;
            }
        }
        return null;
    }

    private String mend(Condition condition) {
        if (condition instanceof Condition.Relation relation) {
            return mend(relation.of());
        }
        if (condition instanceof Condition.State state) {
            return mend(state.of());
        }
        if (condition instanceof Condition.Count count) {
            return mend(count.of());
        }
        if (condition instanceof Condition.Calendar) {
            return connector("calendar");
        }
        if (condition instanceof Condition.Not not) {
            return mend(not.condition());
        }
        if (condition instanceof Condition.Any any) {
            for (Condition inner : any.conditions()) {
                String mend = mend(inner);
                if (mend != null) {
                    return mend;
                }
            }
        }
        return null;
    }

    private String mend(Trigger trigger) {
        if (trigger instanceof Trigger.Mail mail) {
            String missing = connector("mail");
            return missing != null ? missing : kind(mail, kinds);
        }
        if (trigger instanceof Trigger.Calendar) {
            return connector("calendar");
        }
        if (trigger instanceof Trigger.Health) {
            return connector("health");
        }
        if (trigger instanceof Trigger.Silence silence) {
            String mend = silence.of() instanceof Trigger.Mail mail
                            && connectors.contains("mail")
                    ? kind(mail, certain)
                    : mend(silence.of());
            return mend != null || silence.after() == null ? mend : mend(silence.after());
        }
        return null;
    }

    private String connector(String name) {
        return connectors.contains(name)
                ? null
                : "There is no " + name + " source: add one with `vigil source add " + name + " …`.";
    }

    private static String kind(Trigger.Mail mail, Set<MailKind> told) {
        MailKind kind = mail.kind();
        return kind == null || told.contains(kind)
                ? null
                : "No mail reader here can tell yet whether a mail is "
                        + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + ": watch for the sender or for words of the mail instead.";
    }
}
