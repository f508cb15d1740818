package dev.vigil.core.run;

import java.time.Instant;
import java.util.List;

/**
 * One entry of the outbox: one action of one firing.
 *
 * @param id stable over restarts, made from (person, watch, cause, action): a repeat on the wire carries the same
 * @param cause what it was given for: the event's id, and for a reminder its due moment
 * @param because ids of the facts that made it fire
 * @param action index into the watch's {@code then}
 * @param act the action's name: notify, suggest_break, …
 * @param say what is told, in the person's language
 * @param detail the action's parameters as {@code key=value} lines (level, for, as, to, name, via); empty when none
 * @param urgent passes through quiet hours
 * @param fired when the watch fired
 * @param release when it may leave: equal to {@code fired} unless held by quiet hours
 * @param approval it waits for the person's yes (forward)
 */
public record Notice(
        String id,
        String person,
        int watch,
        String cause,
        List<String> because,
        int action,
        String act,
        String say,
        String detail,
        boolean urgent,
        Instant fired,
        Instant release,
        boolean approval) {
    public Notice {
        because = List.copyOf(because);
    }
}
