package dev.vigil.core.run;

import dev.vigil.core.fact.Arrival;
import java.util.ArrayList;
import java.util.List;

/** Everything that one step of the engine changes; it is committed in one transaction or not at all. */
public final class Batch {
    public final List<Arrival> arrivals = new ArrayList<>();
    public final List<Verdict> verdicts = new ArrayList<>();
    public final List<Verdict> misses = new ArrayList<>();
    public final List<Delivery> deliveries = new ArrayList<>();
    public final List<Wakeup> wakeups = new ArrayList<>();
    public final List<String> settled = new ArrayList<>();
    public final List<Release> releases = new ArrayList<>();
    public final List<ArmedWatch> watches = new ArrayList<>();
    public final List<Memory> memories = new ArrayList<>();
    public final List<Progress> progress = new ArrayList<>();

    /** A held notice got its moment of release. */
    public record Release(String noticeId, java.time.Instant at) {}

    /**
     * Something the engine must remember beyond a restart: a reminder given, a quiet span, a thread's last mail.
     *
     * @param value null = forget it
     */
    public record Memory(String person, String key, String value) {}

    /** A source's cursor moved, with what was seen and refused on the way. */
    public record Progress(
            String source, String cursor, java.time.Instant verified, int seen, List<SourceRow.Refused> refused) {}

    public boolean isEmpty() {
        return arrivals.isEmpty()
                && verdicts.isEmpty()
                && misses.isEmpty()
                && deliveries.isEmpty()
                && wakeups.isEmpty()
                && settled.isEmpty()
                && releases.isEmpty()
                && watches.isEmpty()
                && memories.isEmpty()
                && progress.isEmpty();
    }
}
