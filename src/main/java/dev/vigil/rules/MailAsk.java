package dev.vigil.rules;

import dev.vigil.core.port.Matcher;
import dev.vigil.core.watch.Trigger;
import java.time.Instant;

/** What a watch asks of mail. */
public final class MailAsk extends Ask {
    private final Trigger.Mail trigger;
    private final boolean sent;
    private final Matcher.Phrase about;
    private final Matcher.Phrase subject;
    private final Matcher.Phrase except;

    MailAsk(int watch, String path, Instant since, Trigger.Mail trigger, boolean sent, Object key, Matcher matcher) {
        super(watch, path, since, key);
        this.trigger = trigger;
        this.sent = sent;
        this.about = phrase(trigger.about(), matcher);
        this.subject = phrase(trigger.subject(), matcher);
        this.except = phrase(trigger.except(), matcher);
    }

    static Matcher.Phrase phrase(String words, Matcher matcher) {
        return words == null ? null : matcher.phrase(words);
    }

    public Trigger.Mail getTrigger() {
        return trigger;
    }

    /** It asks for mail that the person sent. */
    public boolean isSent() {
        return sent;
    }

    public Matcher.Phrase getAbout() {
        return about;
    }

    public Matcher.Phrase getSubject() {
        return subject;
    }

    public Matcher.Phrase getExcept() {
        return except;
    }
}
