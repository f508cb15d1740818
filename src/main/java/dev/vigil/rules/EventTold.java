package dev.vigil.rules;

import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.port.Matcher;
import dev.vigil.core.port.Surroundings;
import dev.vigil.core.run.SeenEvent;
import dev.vigil.core.watch.Trigger;

/** An event of the calendar at one of its moments, read once for all watches. */
public final class EventTold {
    private final SeenEvent seen;
    private final Surroundings world;
    private final Matcher.Digest text;

    EventTold(SeenEvent seen, Surroundings world, Matcher matcher) {
        this.seen = seen;
        this.world = world;
        CalendarItem item = seen.occurrence().item();
        CalendarItem other = seen.other() == null ? item : seen.other().item();
        this.text = other == item
                ? matcher.digest(item.summary(), item.location())
                : matcher.digest(item.summary(), other.summary(), item.location());
    }

    public SeenEvent getSeen() {
        return seen;
    }

    public Surroundings getWorld() {
        return world;
    }

    public Matcher.Digest getText() {
        return text;
    }

    public Trigger.Moment getMoment() {
        return seen.moment();
    }
}
