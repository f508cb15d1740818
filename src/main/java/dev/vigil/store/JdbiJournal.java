package dev.vigil.store;

import dev.vigil.core.Trouble;
import dev.vigil.core.fact.Arrival;
import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.port.Journal;
import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.Batch;
import dev.vigil.core.run.Delivery;
import dev.vigil.core.run.SourceRow;
import dev.vigil.core.run.Verdict;
import dev.vigil.core.run.Wakeup;
import dev.vigil.core.watch.Metric;
import dev.vigil.core.watch.Watch;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/**
 * The store on H2 or PostgreSQL. An acknowledged commit survives the end of the process, {@code kill -9} included;
 * against a failing machine it is as safe as the database: PostgreSQL waits for the disk, H2 for the operating system.
 *
 * <p>Moments are kept to the microsecond; what is finer is cut off.
 */
public final class JdbiJournal implements Journal {
    private final Database database;
    private final WatchRows watches;
    private final ChangeRows changes = new ChangeRows();
    private final ArrivalRows arrivals = new ArrivalRows();
    private final SampleRows samples;
    private final ArrivalIntake intake;
    private final ArrivalWalk walk;
    private final SampleFolding folding;
    private final VerdictRows verdicts = new VerdictRows();
    private final NearMissRows misses;
    private final OutboxRows outbox = new OutboxRows();
    private final WakeupRows wakeups = new WakeupRows();
    private final MemoryRows memories = new MemoryRows();
    private final SourceRows sources = new SourceRows();
    private final CommandRows commands = new CommandRows();

    private JdbiJournal(Database database, Function<String, Watch> codec) {
        this.database = database;
        SeriesNumbers numbers = new SeriesNumbers(database);
        watches = new WatchRows(codec);
        misses = new NearMissRows(watches);
        samples = new SampleRows(numbers);
        intake = new ArrivalIntake(numbers, arrivals, samples);
        walk = new ArrivalWalk(database, arrivals, samples);
        folding = new SampleFolding(database, samples, numbers);
    }

    /**
     * Opens the database and brings its tables up to date.
     *
     * @param jdbcUrl {@code jdbc:h2:file:/folder/vigil} (without the ending {@code .mv.db}) or
     *     {@code jdbc:postgresql://host/database}
     * @param user null or empty where the URL or the database needs none
     * @param password likewise; never logged
     * @param codec reads a watch from the contract's JSON of its proposal; what it throws makes that watch BROKEN
     * @throws Trouble if another process has the database, a newer Vigil wrote it, or it does not answer
     */
    public static JdbiJournal open(String jdbcUrl, String user, String password, Function<String, Watch> codec) {
        return new JdbiJournal(Opening.open(jdbcUrl, user, password), codec);
    }

    /** The pool of connections, for the scheduler's own tables; closed with the journal. */
    public DataSource dataSource() {
        return database.pool();
    }

    @Override
    public ArmedWatch arm(ArmedWatch unnumbered, Instant at) {
        return database.write(unnumbered.person(), (handle, person) -> {
            WatchRow watch = WatchRow.of(unnumbered, ++person.lastWatch);
            watches.insert(handle, watch);
            changes.log(handle, person, "armed " + watch.number(), null, watch, at);
            person.save(handle);
            return watches.typed(watch);
        });
    }

    @Override
    public void change(ArmedWatch after, String what, Instant at) {
        database.write(after.person(), (handle, person) -> {
            WatchRow before = watches.find(handle, after.person(), after.number())
                    .orElseThrow(
                            () -> new Trouble("There is no watch " + after.number() + "; see the list of watches."));
            WatchRow now = WatchRow.of(after, after.number());
            watches.replace(handle, now);
            changes.log(handle, person, what, before, now, at);
            person.save(handle);
            return null;
        });
    }

    @Override
    public Optional<Undone> undo(String person, Instant at) {
        return database.write(person, (handle, row) -> {
            Optional<ChangeRows.Change> last = changes.last(handle, person);
            if (last.isEmpty()) {
                return Optional.empty();
            }
            ChangeRows.Change change = last.get();
            WatchRow now = watches.find(handle, person, change.number()).orElse(change.after());
            WatchRow back = change.before() == null ? now.removed() : now.takingBack(change.before(), change.after());
            watches.replace(handle, back);
            changes.undone(handle, person, change.seq(), at);
            return Optional.of(new Undone(change.what(), watches.typed(back)));
        });
    }

    @Override
    public List<ArmedWatch> watches(String person) {
        return database.read(handle -> watches.standing(handle, person)).stream()
                .map(watches::typed)
                .toList();
    }

    @Override
    public Optional<ArmedWatch> watch(String person, int number) {
        return database.read(handle -> watches.find(handle, person, number)).map(watches::typed);
    }

    @Override
    public void commit(String person, Batch batch) {
        if (batch.isEmpty()) {
            return;
        }
        Foreign.refuse(person, batch);
        ArrivalIntake.Intake arrived = intake.prepare(person, batch.arrivals);
        database.write(person, (handle, row) -> {
            intake.store(handle, row, arrived);
            verdicts.insert(handle, row, batch.verdicts);
            misses.keepNearest(handle, person, batch.misses);
            outbox.insert(handle, row, batch.deliveries);
            outbox.release(handle, person, batch.releases);
            wakeups.remove(handle, person, batch.settled);
            wakeups.put(handle, person, batch.wakeups);
            watches.ran(handle, batch.watches);
            memories.remember(handle, person, batch.memories);
            batch.progress.forEach(progress -> sources.progress(handle, person, progress));
            row.save(handle);
            return null;
        });
    }

    @Override
    public Set<String> known(String person, String connector, List<String> ids) {
        Map<String, String> idByKey = new HashMap<>();
        ids.forEach(id -> idByKey.put(Keys.of(id), id));
        Set<String> known = new HashSet<>();
        database.read(handle -> intake.knownAnyTime(handle, person, connector, idByKey.keySet()))
                .forEach(key -> known.add(idByKey.get(key)));
        return known;
    }

    @Override
    public Set<String> known(String person, List<Arrival> arrived) {
        if (arrived.isEmpty()) {
            return Set.of();
        }
        Map<String, Arrival> byKey = new HashMap<>();
        arrived.forEach(arrival -> byKey.put(Keys.of(arrival.id()), arrival));
        List<SampleRows.Sought> sought = new ArrayList<>();
        byKey.forEach((key, arrival) -> sought.add(ArrivalIntake.soughtAt(key, arrival)));
        Set<String> known = new HashSet<>();
        database.read(handle -> intake.known(handle, person, arrived.get(0).connector(), sought))
                .forEach(key -> known.add(byKey.get(key).id()));
        return known;
    }

    @Override
    public void arrivals(String person, String connector, Instant from, Instant till, Consumer<Arrival> each) {
        walk.walk(person, connector, Micros.floor(from), Micros.floor(till), each);
    }

    @Override
    public List<Arrival> byCause(String person, String cause) {
        List<Stored> found = database.read(handle -> {
            List<Stored> all = arrivals.byCause(handle, person, cause);
            all.addAll(samplesOf(handle, person, cause));
            return all;
        });
        List<Stored> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt((Stored stored) -> sequence(stored.arrival()))
                .thenComparingLong(Stored::at)
                .thenComparingLong(Stored::seq)
                .reversed());
        return sorted.stream().map(Stored::arrival).toList();
    }

    private static int sequence(Arrival arrival) {
        return arrival.fact() instanceof CalendarItem item ? item.sequence() : 0;
    }

    /** A sample's cause names its metric and its end: {@code health:heart_rate:2026-11-21T10:00:00Z}. */
    private List<Stored> samplesOf(Handle handle, String person, String cause) {
        String[] parts = cause.split(":", 3);
        if (parts.length < 3 || !parts[0].equals("health")) {
            return List.of();
        }
        try {
            return samples.endingAt(
                    handle, person, Metric.valueOf(parts[1].toUpperCase(Locale.ROOT)), Instant.parse(parts[2]));
        } catch (IllegalArgumentException | DateTimeException noSample) {
            return List.of();
        }
    }

    @Override
    public List<Wakeup> wakeups(String person) {
        return database.read(handle -> wakeups.all(handle, person));
    }

    @Override
    public Map<String, String> memories(String person) {
        return database.read(handle -> memories.all(handle, person));
    }

    @Override
    public List<Verdict> verdicts(String person, int watch, int max) {
        return database.read(handle -> VerdictRows.merged(
                verdicts.newest(handle, person, watch, max), misses.newest(handle, person, watch, max), max));
    }

    @Override
    public void addSource(SourceRow source) {
        database.change(source.person(), handle -> sources.add(handle, source));
    }

    @Override
    public void changeSource(SourceRow source) {
        database.change(source.person(), handle -> sources.change(handle, source));
    }

    @Override
    public void removeSource(String person, String name) {
        database.change(person, handle -> sources.remove(handle, person, name));
    }

    @Override
    public List<SourceRow> sources(String person) {
        return database.read(handle -> sources.all(handle, person));
    }

    @Override
    public List<Delivery> due(String person, Instant now, int max) {
        return database.read(handle -> outbox.due(handle, person, now, max));
    }

    @Override
    public void tried(Delivery delivery) {
        database.change(delivery.notice().person(), handle -> outbox.tried(handle, delivery));
    }

    @Override
    public List<Delivery> deliveries(String person, int max) {
        return database.read(handle -> outbox.newest(handle, person, max));
    }

    @Override
    public long backlog(String person) {
        return database.read(handle -> outbox.backlog(handle, person));
    }

    @Override
    public Map<String, List<String>> commands(String person) {
        return database.read(handle -> commands.all(handle, person));
    }

    @Override
    public void register(String person, String name, List<String> command) {
        database.change(person, handle -> commands.register(handle, person, name, command));
    }

    @Override
    public List<String> persons() {
        return database.read(PersonRow::all);
    }

    @Override
    public void retain(String person, Instant before) {
        folding.fold(person, Micros.floor(before));
        database.change(person, handle -> {
            arrivals.forget(handle, person, Micros.floor(before));
            misses.forget(handle, person, Micros.floor(before));
        });
    }

    @Override
    public void close() {
        database.close();
    }
}
