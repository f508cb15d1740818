package dev.vigil.connectors.calendar;

import java.util.ArrayList;
import java.util.List;

/** What was refused while a text was read, by line; bounded. */
final class Refusals {
    private static final int MOST = 200;

    /** {@code why} is one clause for the person. */
    record Refusal(int line, String why) {}

    private final List<Refusal> all = new ArrayList<>();
    private boolean lost;

    /** Part of an event was left out or read otherwise than written; the event is there. */
    void note(int line, String why) {
        if (all.size() < MOST) {
            all.add(new Refusal(line, why));
        } else if (all.size() == MOST) {
            all.add(new Refusal(line, "from here on more was refused; not all of it is listed"));
        }
    }

    /** An event or more is missing because of it. */
    void lost(int line, String why) {
        lost = true;
        note(line, why);
    }

    /** Whether every event of the text was read, if only in part. */
    boolean isComplete() {
        return !lost;
    }

    List<Refusal> all() {
        return all;
    }
}
