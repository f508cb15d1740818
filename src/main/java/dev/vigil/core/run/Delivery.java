package dev.vigil.core.run;

import java.time.Instant;

/**
 * One outbox entry on its way to one channel; exactly one row for (notice, channel).
 *
 * @param attempts how often it was tried
 * @param next when it may be tried (again)
 * @param fate what became of it, in words; null while under way
 */
public record Delivery(Notice notice, String channel, State state, int attempts, Instant next, String fate) {
    /** APPROVAL: waits for the person's yes. NOWHERE: there was no device or channel for it, and it says so. */
    public enum State {
        WAITING,
        APPROVAL,
        DELIVERED,
        NOWHERE,
        FAILED
    }
}
