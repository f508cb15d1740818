package dev.vigil.engine.memory;

import dev.vigil.core.fact.Arrival;
import dev.vigil.core.port.Journal;
import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.Batch;
import dev.vigil.core.run.Delivery;
import dev.vigil.core.run.SourceRow;
import dev.vigil.core.run.Verdict;
import dev.vigil.core.run.Wakeup;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The journal of a replay or backtest: everything the port promises except that it outlives the process. */
public final class MemoryJournal implements Journal {
    private static final class Book {
        final WatchBook watches = new WatchBook();
        final ArrivalLog arrivals = new ArrivalLog();
        final VerdictLog verdicts = new VerdictLog();
        final Outbox outbox = new Outbox();
        final SourceBook sources = new SourceBook();
        final Map<String, Wakeup> wakeups = new LinkedHashMap<>();
        final Map<String, String> memories = new TreeMap<>();
        final Map<String, List<String>> commands = new TreeMap<>();
    }

    private final Map<String, Book> books = new TreeMap<>();

    @Override
    public synchronized ArmedWatch arm(ArmedWatch unnumbered, Instant at) {
        return writing(unnumbered.person()).watches.arm(unnumbered);
    }

    @Override
    public synchronized void change(ArmedWatch after, String what, Instant at) {
        writing(after.person()).watches.change(after, what);
    }

    @Override
    public synchronized Optional<Undone> undo(String person, Instant at) {
        return reading(person).watches.undo();
    }

    @Override
    public synchronized List<ArmedWatch> watches(String person) {
        return reading(person).watches.standing();
    }

    @Override
    public synchronized Optional<ArmedWatch> watch(String person, int number) {
        return reading(person).watches.watch(number);
    }

    @Override
    public synchronized void commit(String person, Batch batch) {
        Book book = writing(person);
        batch.arrivals.forEach(book.arrivals::add);
        batch.watches.forEach(book.watches::step);
        batch.verdicts.forEach(book.verdicts::fired);
        batch.misses.forEach(miss -> book.verdicts.missed(miss, zone(book, miss.watch())));
        batch.deliveries.forEach(book.outbox::add);
        batch.releases.forEach(book.outbox::release);
        batch.settled.forEach(book.wakeups::remove);
        batch.wakeups.forEach(wakeup -> book.wakeups.put(wakeup.id(), wakeup));
        for (Batch.Memory memory : batch.memories) {
            if (memory.value() == null) {
                book.memories.remove(memory.key());
            } else {
                book.memories.put(memory.key(), memory.value());
            }
        }
        batch.progress.forEach(book.sources::progress);
    }

    private static ZoneId zone(Book book, int watch) {
        return book.watches.watch(watch).map(ArmedWatch::zone).orElse(ZoneOffset.UTC);
    }

    @Override
    public synchronized Set<String> known(String person, String connector, List<String> ids) {
        return reading(person).arrivals.known(connector, ids);
    }

    @Override
    public void arrivals(String person, String connector, Instant from, Instant till, Consumer<Arrival> each) {
        List<Arrival> found;
        synchronized (this) {
            found = reading(person).arrivals.between(connector, from, till);
        }
        found.forEach(each);
    }

    @Override
    public synchronized List<Arrival> byCause(String person, String cause) {
        return reading(person).arrivals.byCause(cause);
    }

    @Override
    public synchronized List<Wakeup> wakeups(String person) {
        return reading(person).wakeups.values().stream()
                .sorted(Comparator.comparing(Wakeup::due))
                .toList();
    }

    @Override
    public synchronized Map<String, String> memories(String person) {
        return Map.copyOf(reading(person).memories);
    }

    @Override
    public synchronized List<Verdict> verdicts(String person, int watch, int max) {
        return reading(person).verdicts.newest(watch, max);
    }

    @Override
    public synchronized void addSource(SourceRow source) {
        writing(source.person()).sources.add(source);
    }

    @Override
    public synchronized void changeSource(SourceRow source) {
        writing(source.person()).sources.change(source);
    }

    @Override
    public synchronized void removeSource(String person, String name) {
        reading(person).sources.remove(name);
    }

    @Override
    public synchronized List<SourceRow> sources(String person) {
        return reading(person).sources.all();
    }

    @Override
    public synchronized List<Delivery> due(String person, Instant now, int max) {
        return reading(person).outbox.due(now, max);
    }

    @Override
    public synchronized void tried(Delivery delivery) {
        reading(delivery.notice().person()).outbox.tried(delivery);
    }

    @Override
    public synchronized List<Delivery> deliveries(String person, int max) {
        return reading(person).outbox.newest(max);
    }

    @Override
    public synchronized long backlog(String person) {
        return reading(person).outbox.backlog();
    }

    @Override
    public synchronized Map<String, List<String>> commands(String person) {
        return Map.copyOf(reading(person).commands);
    }

    /** Registering a name again replaces its command. */
    @Override
    public synchronized void register(String person, String name, List<String> command) {
        writing(person).commands.put(name, List.copyOf(command));
    }

    @Override
    public synchronized List<String> persons() {
        return List.copyOf(books.keySet());
    }

    @Override
    public synchronized void retain(String person, Instant before) {
        reading(person).arrivals.retain(before);
    }

    /** Nothing to close. */
    @Override
    public void close() {}

    private Book writing(String person) {
        return books.computeIfAbsent(person, any -> new Book());
    }

    /** Asking about somebody unknown must not make them known. */
    private Book reading(String person) {
        Book book = books.get(person);
        return book == null ? new Book() : book;
    }
}
