package dev.vigil.engine.deliver;

import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

/** What the courier remembers of one channel while it runs. */
final class Lane {
    /** Held while the channel is being served: its notices go one after the other. */
    final ReentrantLock lock = new ReentrantLock();
    /**
     * Nothing has got through since the last failure or the start. The next try then begins with the oldest notice,
     * whatever its own time, so that a channel that comes back gets its notices in order.
     */
    volatile boolean down = true;
    /** The far side asked not to be tried before. */
    volatile Instant closedTill = Instant.EPOCH;

    /** What went wrong last, for the person; null when nothing did. */
    volatile String trouble;
}
