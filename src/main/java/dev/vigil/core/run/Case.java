package dev.vigil.core.run;

import dev.vigil.core.fact.Occurrence;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * A trigger that has come true and whose watch's conditions are to be weighed.
 *
 * @param event id of what happened, as in {@code because}
 * @param at the moment at which the conditions must hold, in the watch's zone
 * @param found what was found of the trigger itself
 * @param occurrence the calendar event that it is about, or null
 */
public record Case(
        int watch,
        int trigger,
        String event,
        ZonedDateTime at,
        List<Finding> found,
        List<String> because,
        Occurrence occurrence) {
    public Case {
        found = List.copyOf(found);
        because = List.copyOf(because);
    }
}
