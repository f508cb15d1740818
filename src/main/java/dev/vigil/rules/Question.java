package dev.vigil.rules;

import dev.vigil.core.port.Surroundings;
import dev.vigil.core.run.Case;
import dev.vigil.core.watch.Condition;
import java.time.Instant;
import java.time.ZonedDateTime;

/** One condition of a case, put to the rules; {@code parent} is the {@code not} or {@code any} around it. */
public final class Question {
    private final Case about;
    private final String path;
    private final Condition condition;
    private final Question parent;
    private final Surroundings world;

    Question(Case about, String path, Condition condition, Question parent, Surroundings world) {
        this.about = about;
        this.path = path;
        this.condition = condition;
        this.parent = parent;
        this.world = world;
    }

    public Case getAbout() {
        return about;
    }

    public String getPath() {
        return path;
    }

    public Condition getCondition() {
        return condition;
    }

    public Question getParent() {
        return parent;
    }

    /** How many conditions it has inside. */
    public int getInner() {
        return condition instanceof Condition.Any any
                ? any.conditions().size()
                : condition instanceof Condition.Not ? 1 : 0;
    }

    public Surroundings getWorld() {
        return world;
    }

    /** The moment at which it must hold, in the watch's zone. */
    public ZonedDateTime getAt() {
        return about.at();
    }

    public Instant getInstant() {
        return about.at().toInstant();
    }
}
