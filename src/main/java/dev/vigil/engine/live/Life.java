package dev.vigil.engine.live;

import dev.vigil.core.port.Echo;
import dev.vigil.core.port.Journal;
import dev.vigil.core.run.ArmedWatch;
import dev.vigil.engine.Living;
import dev.vigil.engine.Sources;
import dev.vigil.engine.deliver.Courier;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One person's engine at work. One thread judges; each source is read on a thread of its own and hands over what it found;
 * notices leave on another, so that a slow channel never holds up the judging.
 */
public final class Life implements Living {
    private static final Logger LOG = LoggerFactory.getLogger(Life.class);
    private static final String DELIVER = "deliver";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String person;
    private final Journal journal;
    private final Echo echo;
    private final Courier courier;
    private final InstantSource clock;
    private final Duration kept;
    private final Desk desk;
    private final Feeds feeds;
    private final ExecutorService judging = Executors.newSingleThreadExecutor(task -> thread(task, "vigil-judge"));
    private final ExecutorService delivering = Executors.newSingleThreadExecutor(task -> thread(task, "vigil-courier"));
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile boolean closed;

    /**
     * What a life is made of.
     *
     * @param watchmen makes an empty watchman
     * @param kept how long arrivals are kept; what watches still need stays longer
     */
    public record Parts(
            String person,
            Journal journal,
            Sources sources,
            Supplier<Guard> watchmen,
            Echo echo,
            Courier courier,
            InstantSource clock,
            Duration kept) {}

    public Life(Parts parts) {
        this.person = parts.person();
        this.journal = parts.journal();
        this.echo = parts.echo();
        this.courier = parts.courier();
        this.clock = parts.clock();
        this.kept = parts.kept();
        this.desk = new Desk(
                person, journal, parts.watchmen(), clock, new Echoes(echo, clock), this::deliverSoon, this::lookAtAll);
        this.feeds = new Feeds(person, journal, parts.sources(), this::take, echo);
    }

    private static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void start() {
        call(() -> {
            desk.open();
            return null;
        });
        // What came while nothing ran is read before missed moments are judged, so that both fall into order.
        feeds.open();
        Instant began = clock.instant();
        lookedAtAll().join();
        echo.start(this::due, feeds::poll);
        submit(() -> desk.looked(began));
        deliverSoon();
    }

    private void lookAtAll() {
        if (!looking.compareAndSet(false, true)) {
            return;
        }
        Instant began = clock.instant();
        lookedAtAll().thenRun(() -> {
            looking.set(false);
            submit(() -> desk.looked(began));
        });
    }

    /** Done when every source was looked at, or took so long that nothing may wait for it any more. */
    private CompletableFuture<Void> lookedAtAll() {
        return feeds.pollAll()
                .completeOnTimeout(null, PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .exceptionally(e -> {
                    LOG.warn("Not every source could be looked at", e);
                    return null;
                });
    }

    /** Hands what a source found to the judging thread and waits until it is stored. */
    private void take(Feeds.Chunk chunk) {
        call(() -> {
            desk.take(chunk);
            return null;
        });
    }

    private void due(String id) {
        if (id.equals(DELIVER)) {
            deliverSoon();
        } else if (id.equals(Echoes.ROLL)) {
            submit(desk::roll);
            submit(() -> journal.retain(person, clock.instant().minus(kept)));
            deliverSoon();
        } else {
            submit(desk::advance);
        }
    }

    @Override
    public void changed(int watch) {
        submit(() -> desk.changed(watch));
    }

    @Override
    public void refresh() {
        feeds.refresh();
        submit(desk::recheck);
        deliverSoon();
    }

    @Override
    public List<Instant> nextMoments(ArmedWatch watch, int max) {
        return call(() -> desk.nextMoments(watch, max));
    }

    private void deliverSoon() {
        if (closed) {
            return;
        }
        try {
            delivering.execute(() -> {
                try {
                    courier.drain();
                    courier.next().ifPresent(at -> echo.set(DELIVER, at));
                } catch (RuntimeException e) {
                    LOG.warn("The outbox could not be drained; it is tried again in a minute.", e);
                    echo.set(DELIVER, clock.instant().plus(Duration.ofMinutes(1)));
                }
            });
        } catch (RejectedExecutionException closing) {
            LOG.debug("closing", closing);
        }
    }

    private void submit(Runnable work) {
        if (closed) {
            return;
        }
        try {
            judging.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    LOG.error("A step failed; the state is read anew from the store.", e);
                    desk.reopen();
                }
            });
        } catch (RejectedExecutionException closing) {
            LOG.debug("closing", closing);
        }
    }

    private <T> T call(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        judging.execute(() -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
                desk.reopen();
            }
        });
        try {
            return done.join();
        } catch (java.util.concurrent.CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        feeds.close();
        // what is under way still sets its jobs
        stop(judging);
        stop(delivering);
        echo.close();
        desk.close();
    }

    private static void stop(ExecutorService executor) {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
