package dev.vigil.core.run;

import java.time.Instant;

/**
 * A moment at which something must be looked at again. Rows of these are the truth about time; a scheduler's job is
 * their echo.
 *
 * @param watch the watch's number, or 0 for one that concerns the whole person
 * @param trigger index into {@code when}, or -1
 * @param key unique within person, watch, trigger and kind: the occurrence and due moment, the thread, the rule's tick
 * @param note what the kind needs to remember
 */
public record Wakeup(String person, int watch, int trigger, Kind kind, String key, Instant due, String note) {
    public enum Kind {
        TICK,
        REMINDER,
        DEADLINE,
        NAMED_DATE,
        RELEASE,
        RESUME,
        EXPIRE
    }

    /** The identity of its row. */
    public String id() {
        return person + "/" + watch + "/" + trigger + "/" + kind + "/" + key;
    }
}
