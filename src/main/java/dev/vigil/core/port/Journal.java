package dev.vigil.core.port;

import dev.vigil.core.fact.Arrival;
import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.Batch;
import dev.vigil.core.run.Delivery;
import dev.vigil.core.run.SourceRow;
import dev.vigil.core.run.Verdict;
import dev.vigil.core.run.Wakeup;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The store. What is acknowledged is on disk. All methods are safe from any thread and throw
 * {@link dev.vigil.core.Trouble} when the database cannot be reached.
 */
public interface Journal extends AutoCloseable {
    /** Every change that a person made to watches goes through here, so that it can be undone. Numbers new ones. */
    ArmedWatch arm(ArmedWatch unnumbered, Instant at);

    /** Replaces a watch on the person's wish; {@code what} names the change ("paused 3") for undo. */
    void change(ArmedWatch after, String what, Instant at);

    /**
     * Takes back the person's last change that was not taken back yet; empty if there is none. What the engine did
     * since stays done: a spent trigger is not revived, a watch that ended does not start again.
     */
    Optional<Undone> undo(String person, Instant at);

    /** {@code watch} is how it stands now: a taken-back arming is REMOVED. */
    record Undone(String what, ArmedWatch watch) {}

    /** Not the removed ones; by number. */
    List<ArmedWatch> watches(String person);

    Optional<ArmedWatch> watch(String person, int number);

    /**
     * Commits one step. An arrival whose (connector, id) is stored already is skipped; a delivery whose (notice,
     * channel) is there already is left as it is; a wake-up replaces the pending one of the same id; {@code settled}
     * removes wake-ups by id.
     */
    void commit(String person, Batch batch);

    /** Of these ids of a connector, the ones that are stored. */
    Set<String> known(String person, String connector, List<String> ids);

    /**
     * The same for arrivals at hand, all of one connector: a store with millions of samples finds them by their moment,
     * and would search long for an id alone.
     */
    default Set<String> known(String person, List<Arrival> arrivals) {
        return arrivals.isEmpty()
                ? Set.of()
                : known(
                        person,
                        arrivals.get(0).connector(),
                        arrivals.stream().map(Arrival::id).toList());
    }

    /**
     * Arrivals with {@code from < at <= till}, by time of arrival, then in order of storage. Samples come in order of
     * arrival among the others.
     *
     * @param connector null = all
     */
    void arrivals(String person, String connector, Instant from, Instant till, Consumer<Arrival> each);

    /** The arrival whose fact's cause is this, the latest revision first. */
    List<Arrival> byCause(String person, String cause);

    List<Wakeup> wakeups(String person);

    Map<String, String> memories(String person);

    /** Verdicts that were stored: firings, and a watch and day the nearest miss; newest first. */
    List<Verdict> verdicts(String person, int watch, int max);

    void addSource(SourceRow source);

    /** Replaces settings, trouble and proof of life; the cursor is the commit's affair. */
    void changeSource(SourceRow source);

    void removeSource(String person, String name);

    List<SourceRow> sources(String person);

    /** Deliveries that may leave now: WAITING, released, {@code next <= now}; oldest first. */
    List<Delivery> due(String person, Instant now, int max);

    /** Records a try: its new state, attempts, next and fate. */
    void tried(Delivery delivery);

    /** The newest deliveries of any state, for lists. */
    List<Delivery> deliveries(String person, int max);

    /** Deliveries waiting for the person's yes, and those not yet delivered. */
    long backlog(String person);

    /** Registered commands: name to argument vector. */
    Map<String, List<String>> commands(String person);

    void register(String person, String name, List<String> command);

    List<String> persons();

    /** Drops arrivals older than {@code before} that no watch needs; samples fold into minutes first. */
    void retain(String person, Instant before);

    @Override
    void close();
}
