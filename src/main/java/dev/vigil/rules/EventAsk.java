package dev.vigil.rules;

import dev.vigil.core.port.Matcher;
import dev.vigil.core.watch.Trigger;
import java.time.Instant;

/** What a watch asks of the calendar. */
public final class EventAsk extends Ask {
    private final Trigger.Calendar trigger;
    private final Matcher.Phrase about;
    private final Matcher.Phrase where;
    private final Matcher.Phrase calendar;
    private final Matcher.Phrase except;

    EventAsk(int watch, String path, Instant since, Trigger.Calendar trigger, Object key, Matcher matcher) {
        super(watch, path, since, key);
        this.trigger = trigger;
        this.about = EventHearing.title(trigger.about(), matcher);
        this.where = MailAsk.phrase(trigger.where(), matcher);
        this.calendar = MailAsk.phrase(trigger.calendar(), matcher);
        this.except = MailAsk.phrase(trigger.except(), matcher);
    }

    public Trigger.Calendar getTrigger() {
        return trigger;
    }

    public Trigger.Moment getMoment() {
        return trigger.moment();
    }

    public Matcher.Phrase getAbout() {
        return about;
    }

    public Matcher.Phrase getWhere() {
        return where;
    }

    public Matcher.Phrase getCalendar() {
        return calendar;
    }

    public Matcher.Phrase getExcept() {
        return except;
    }

    public boolean isEdge() {
        return trigger.first() || trigger.last();
    }
}
