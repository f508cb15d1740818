package dev.vigil.rules;

import dev.vigil.core.port.Matcher;
import dev.vigil.core.run.Meeting;

/** The door through which the rules hold an ask against what happened. */
public final class Judging {
    private Judging() {}

    public static Meeting hear(MailAsk ask, MailTold mail, Matcher matcher) {
        return MailHearing.hear(ask, mail, matcher);
    }

    public static Meeting hear(EventAsk ask, EventTold event, Matcher matcher) {
        return EventHearing.hear(ask, event, matcher, true);
    }
}
