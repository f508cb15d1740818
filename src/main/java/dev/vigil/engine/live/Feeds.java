package dev.vigil.engine.live;

import dev.vigil.core.Trouble;
import dev.vigil.core.fact.Arrival;
import dev.vigil.core.port.Echo;
import dev.vigil.core.port.Journal;
import dev.vigil.core.port.Source;
import dev.vigil.core.run.SourceRow;
import dev.vigil.engine.Sources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open sources. Each is read by one thread at a time; a broken one stays visible and stops no other. */
final class Feeds {
    private static final Logger LOG = LoggerFactory.getLogger(Feeds.class);
    private static final int CHUNK = 500;
    private static final Duration POLL = Duration.ofSeconds(60);
    private static final Duration POLL_LISTENING = Duration.ofMinutes(10);

    /** What a look found, in one piece that is stored together with the cursor after it. */
    record Chunk(String source, List<Arrival> arrivals, List<SourceRow.Refused> refused, String cursor) {}

    private final String person;
    private final Journal journal;
    private final Sources sources;
    private final Consumer<Chunk> taker;
    private final Echo echo;
    private final Map<String, Open> open = new ConcurrentHashMap<>();

    private volatile boolean closed;

    private record Open(Source source, ExecutorService thread) {}

    Feeds(String person, Journal journal, Sources sources, Consumer<Chunk> taker, Echo echo) {
        this.person = person;
        this.journal = journal;
        this.sources = sources;
        this.taker = taker;
        this.echo = echo;
    }

    void open() {
        journal.sources(person).forEach(this::open);
    }

    private synchronized void open(SourceRow row) {
        if (closed || open.containsKey(row.name())) {
            return;
        }
        try {
            Source source = sources.open(row);
            ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
                Thread worker = new Thread(task, "vigil-source-" + row.name());
                worker.setDaemon(true);
                return worker;
            });
            open.put(row.name(), new Open(source, thread));
            boolean listens = source.listen(() -> poll(row.name()));
            echo.poll(row.name(), listens ? POLL_LISTENING : POLL);
        } catch (RuntimeException e) {
            LOG.warn("Source {} cannot be opened", row.name(), e);
            troubled(row.name(), sentence(e));
            echo.poll(row.name(), POLL);
        }
    }

    /** Has a source read on its own thread. */
    void poll(String name) {
        Open one = open.get(name);
        if (one == null) {
            journal.sources(person).stream()
                    .filter(row -> row.name().equals(name))
                    .findFirst()
                    .ifPresent(this::open);
            one = open.get(name);
        }
        if (one != null) {
            Open ready = one;
            try {
                ready.thread.execute(() -> look(name, ready.source));
            } catch (RejectedExecutionException closing) {
                LOG.debug("closing", closing);
            }
        }
    }

    /** Has every source read, each on its own thread; done when the last was, whatever came of it. */
    CompletableFuture<Void> pollAll() {
        List<CompletableFuture<Void>> looks = new ArrayList<>();
        open.forEach((name, one) -> {
            try {
                looks.add(CompletableFuture.runAsync(() -> look(name, one.source), one.thread));
            } catch (RejectedExecutionException closing) {
                LOG.debug("closing", closing);
            }
        });
        return CompletableFuture.allOf(looks.toArray(CompletableFuture[]::new));
    }

    private void look(String name, Source source) {
        synchronized (source) {
            // read here: a look that had to wait for another goes on from where that one came
            try {
                SourceRow row = row(name);
                if (row == null || closed) {
                    return;
                }
                Collector collector = new Collector(name, row.cursor());
                source.look(row.cursor(), collector);
                collector.hand(collector.cursor);
                if (row.trouble() != null) {
                    troubled(name, null);
                }
            } catch (RuntimeException e) {
                if (closed || !isOpen(name, source)) {
                    LOG.debug("Source {} was closed while it was read", name, e);
                } else {
                    LOG.warn("Source {} could not be read", name, e);
                    troubled(name, sentence(e));
                }
            }
        }
    }

    private boolean isOpen(String name, Source source) {
        Open one = open.get(name);
        return one != null && one.source == source;
    }

    private static String sentence(RuntimeException e) {
        return e instanceof Trouble ? e.getMessage() : "It could not be read; the log says why.";
    }

    private SourceRow row(String name) {
        return journal.sources(person).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private void troubled(String name, String sentence) {
        SourceRow row = row(name);
        if (row != null) {
            journal.changeSource(new SourceRow(
                    row.person(),
                    row.name(),
                    row.connector(),
                    row.place(),
                    row.user(),
                    row.sealed(),
                    row.options(),
                    row.cursor(),
                    row.verified(),
                    row.seen(),
                    sentence,
                    row.refused()));
        }
    }

    /** Sources were added or removed. */
    synchronized void refresh() {
        List<SourceRow> rows = journal.sources(person);
        for (String name : List.copyOf(open.keySet())) {
            if (rows.stream().noneMatch(row -> row.name().equals(name))) {
                echo.stopPolling(name);
                close(open.remove(name));
            }
        }
        for (SourceRow row : rows) {
            if (!open.containsKey(row.name())) {
                open(row);
                poll(row.name());
            }
        }
    }

    private static void close(Open one) {
        // looks that wait find out for themselves; an interrupt could only break a write
        one.thread.shutdown();
        one.source.close();
    }

    synchronized void close() {
        closed = true;
        open.values().forEach(Feeds::close);
        open.clear();
    }

    private final class Collector implements Source.Sink {
        private final String source;
        private String cursor;
        private List<Arrival> arrivals = new ArrayList<>();
        private List<SourceRow.Refused> refused = new ArrayList<>();

        Collector(String source, String cursor) {
            this.source = source;
            this.cursor = cursor;
        }

        @Override
        public void arrived(Arrival arrival) {
            arrivals.add(arrival);
            if (arrivals.size() >= CHUNK) {
                // the cursor stays where it was: after a crash these are read again and found known
                hand(cursor);
            }
        }

        @Override
        public void refused(String where, String why) {
            refused.add(new SourceRow.Refused(where, why));
        }

        @Override
        public void reached(String next) {
            hand(next);
        }

        private void hand(String next) {
            taker.accept(new Chunk(source, arrivals, refused, next));
            cursor = next;
            arrivals = new ArrayList<>();
            refused = new ArrayList<>();
        }
    }
}
