package dev.vigil.core.fact;

import java.time.Instant;

/**
 * A fact and when it became known.
 *
 * @param connector the connector's name: mail, calendar, health, …
 * @param id stable within the connector: the same thing read twice has the same id, a revision has another
 * @param at when it became known, by its own account (a mail's topmost Received date, a calendar revision's
 *     LAST-MODIFIED or DTSTAMP, a sample's end, a workout's start); never the time of import
 */
public record Arrival(String connector, String id, Instant at, Fact fact) {}
