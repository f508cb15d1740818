package dev.vigil.core.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/** The scheduler: it calls back at due moments and polls. Its jobs are an echo of the store's rows, never the truth. */
public interface Echo extends AutoCloseable {
    /** Starts calling {@code due} with the ids of due wake-ups and {@code poll} with names of sources. */
    void start(java.util.function.Consumer<String> due, java.util.function.Consumer<String> poll);

    /** Adds or moves the job of a wake-up. */
    void set(String wakeupId, Instant due);

    void drop(String wakeupId);

    /** Makes the jobs equal to the rows: adds what is missing, drops what is left over. */
    void mend(Collection<Job> rows);

    /** Polls a source again and again; replaces an earlier interval. */
    void poll(String source, Duration every);

    void stopPolling(String source);

    @Override
    void close();

    record Job(String wakeupId, Instant due) {}
}
