package dev.vigil.core.run;

import dev.vigil.core.fact.Occurrence;
import dev.vigil.core.watch.Trigger;

/**
 * Something about a calendar event.
 *
 * @param moment START and END for an occurrence that takes place, else what became of it
 * @param other the event it clashes with, for CONFLICT; else null
 */
public record SeenEvent(Trigger.Moment moment, Occurrence occurrence, Occurrence other) {}
