package dev.vigil.engine;

import java.time.ZonedDateTime;
import java.util.List;

/**
 * One action of one firing, as a replay tells it.
 *
 * @param at in the person's zone; for a held notice its release
 * @param watch the watch's number; in a replay the line that armed it
 * @param act the action's name: notify, suggest_break, …
 * @param because ids of the facts that made it fire
 */
public record Told(ZonedDateTime at, int watch, String act, String say, List<String> because) {
    public Told {
        because = List.copyOf(because);
    }
}
