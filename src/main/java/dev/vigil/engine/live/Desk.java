package dev.vigil.engine.live;

import dev.vigil.core.fact.Arrival;
import dev.vigil.core.fact.Fact;
import dev.vigil.core.fact.Mail;
import dev.vigil.core.port.Journal;
import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.Batch;
import dev.vigil.engine.watchman.Watchman;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The watchman of the running process: built from the store, every step of it committed. One thread. */
final class Desk {
    private static final Duration MAIL_KEPT = Duration.ofDays(40);
    private static final Duration HEALTH_KEPT = Duration.ofDays(62);
    private static final String TAKEN = "taken/";

    private final String person;
    private final Journal journal;
    private final Supplier<Guard> watchmen;
    private final InstantSource clock;
    private final Echoes echoes;
    private final Runnable delivered;
    private final Runnable lookFirst;
    private Instant looked = Instant.MIN;
    private Guard guard;

    Desk(
            String person,
            Journal journal,
            Supplier<Guard> watchmen,
            InstantSource clock,
            Echoes echoes,
            Runnable delivered,
            Runnable lookFirst) {
        this.person = person;
        this.journal = journal;
        this.watchmen = watchmen;
        this.clock = clock;
        this.echoes = echoes;
        this.delivered = delivered;
        this.lookFirst = lookFirst;
    }

    private Watchman watchman() {
        return guard.watchman();
    }

    /** Reads watches, memory, wake-ups and the recent past from the store. */
    void open() {
        Instant now = clock.instant();
        guard = watchmen.get();
        watchman().standAt(now);
        watchman().remember(journal.memories(person), journal.wakeups(person));
        journal.arrivals(person, "calendar", Instant.EPOCH, now, watchman()::recall);
        journal.arrivals(person, "mail", now.minus(MAIL_KEPT), now, watchman()::recall);
        journal.arrivals(person, "health", now.minus(HEALTH_KEPT), now, watchman()::recall);
        Map<String, String> memory = journal.memories(person);
        List<ArmedWatch> news = new ArrayList<>();
        for (ArmedWatch watch : journal.watches(person)) {
            boolean whole = watchman().mend(watch) == null;
            boolean mended = whole && watch.state() == ArmedWatch.State.BROKEN;
            boolean runs = whole || watch.state() != ArmedWatch.State.ARMED;
            if (mended) {
                news.add(watch.with(ArmedWatch.State.ARMED));
            } else if (runs && stamp(watch).equals(memory.get(TAKEN + watch.number()))) {
                watchman().resume(watch);
            } else {
                news.add(watch);
            }
        }
        news.forEach(watch -> changed(watch, now, !memory.containsKey(TAKEN + watch.number())));
        echoes.mend(journal.wakeups(person));
    }

    void reopen() {
        close();
        open();
    }

    void close() {
        if (guard != null) {
            guard.close();
            guard = null;
        }
    }

    /**
     * Does what is due. A silence is not judged before every source was looked at after its deadline: what was expected
     * may lie there already.
     */
    void advance() {
        Instant now = clock.instant();
        Instant sure = sure(now);
        commit(watchman().advance(sure, now));
        if (sure.isBefore(now)) {
            lookFirst.run();
        }
    }

    /** How far time may move on: up to the first deadline after which not every source was looked at. */
    private Instant sure(Instant till) {
        return watchman()
                .firstDeadline(till)
                .filter(looked::isBefore)
                .map(due -> due.minusMillis(1))
                .orElse(till);
    }

    /** Every source was looked at, beginning at this moment. */
    void looked(Instant began) {
        looked = began;
        advance();
    }

    /** The jobs of the coming day. */
    void roll() {
        echoes.mend(journal.wakeups(person));
        advance();
    }

    /** The person changed a watch; its row has been written. */
    void changed(int number) {
        boolean first = !journal.memories(person).containsKey(TAKEN + number);
        journal.watch(person, number).ifPresent(watch -> changed(watch, clock.instant(), first));
        advance();
    }

    private void changed(ArmedWatch watch, Instant now, boolean first) {
        boolean arming = first && watch.state() == ArmedWatch.State.ARMED;
        Batch batch = arming ? watchman().arm(watch, now) : watchman().change(watch, now);
        ArmedWatch after = batch.watches.isEmpty() ? watch : batch.watches.get(batch.watches.size() - 1);
        batch.memories.add(new Batch.Memory(person, TAKEN + watch.number(), stamp(after)));
        commit(batch);
    }

    /** How the engine knows whether a watch was changed while it did not run. */
    private static String stamp(ArmedWatch watch) {
        return watch.state() + " " + watch.since().toEpochMilli() + " " + watch.resumes();
    }

    /** Sources came or went: broken watches may run again, and others may no longer. */
    void recheck() {
        close();
        open();
        Instant now = clock.instant();
        for (ArmedWatch watch : journal.watches(person)) {
            // an armed watch keeps what it has planned: deadlines that are open could not be planned anew
            boolean readable = !watch.watch().when().isEmpty();
            if (watch.state() == ArmedWatch.State.BROKEN
                    && readable
                    && watchman().mend(watch) == null) {
                changed(watch.with(ArmedWatch.State.ARMED), now, false);
            }
        }
        advance();
    }

    /** Judges and stores what a source brought, older things first; each missed moment falls into its place. */
    void take(Feeds.Chunk chunk) {
        List<Arrival> fresh = fresh(chunk);
        Instant now = clock.instant();
        Batch all = new Batch();
        for (Arrival each : fresh) {
            Arrival arrival = known(each, now);
            merge(all, watchman().advance(sure(arrival.at()), now));
            merge(all, watchman().arrive(arrival));
        }
        all.progress.add(
                new Batch.Progress(chunk.source(), chunk.cursor(), now, fresh.size(), List.copyOf(chunk.refused())));
        commit(all);
    }

    /** What is here cannot come later, whatever a sender's clock says: time must not run ahead with it. */
    private static Arrival known(Arrival arrival, Instant now) {
        if (!arrival.at().isAfter(now)) {
            return arrival;
        }
        Fact fact = arrival.fact() instanceof Mail mail ? mail.arrivedAt(now) : arrival.fact();
        return new Arrival(arrival.connector(), arrival.id(), now, fact);
    }

    private List<Arrival> fresh(Feeds.Chunk chunk) {
        if (chunk.arrivals().isEmpty()) {
            return List.of();
        }
        List<String> ids = chunk.arrivals().stream().map(Arrival::id).toList();
        Set<String> known =
                new HashSet<>(journal.known(person, chunk.arrivals().get(0).connector(), ids));
        return chunk.arrivals().stream()
                .filter(arrival -> known.add(arrival.id()))
                .sorted(Comparator.comparing(Arrival::at))
                .toList();
    }

    private static void merge(Batch all, Batch step) {
        all.arrivals.addAll(step.arrivals);
        all.verdicts.addAll(step.verdicts);
        all.misses.addAll(step.misses);
        all.deliveries.addAll(step.deliveries);
        all.releases.addAll(step.releases);
        all.memories.addAll(step.memories);
        step.settled.forEach(id -> {
            all.wakeups.removeIf(wakeup -> wakeup.id().equals(id));
            all.settled.add(id);
        });
        step.wakeups.forEach(wakeup -> {
            all.settled.remove(wakeup.id());
            all.wakeups.removeIf(other -> other.id().equals(wakeup.id()));
            all.wakeups.add(wakeup);
        });
        step.watches.forEach(watch -> {
            all.watches.removeIf(other -> other.number() == watch.number());
            all.watches.add(watch);
        });
    }

    private void commit(Batch batch) {
        for (ArmedWatch watch : batch.watches) {
            batch.memories.add(new Batch.Memory(person, TAKEN + watch.number(), stamp(watch)));
        }
        if (!batch.isEmpty()) {
            journal.commit(person, batch);
        }
        echoes.follow(batch, watchman().next());
        if (!batch.deliveries.isEmpty() || !batch.releases.isEmpty()) {
            delivered.run();
        }
    }

    List<Instant> nextMoments(ArmedWatch watch, int max) {
        if (guard == null) {
            open();
        }
        return watchman().nextMoments(watch.number(), max);
    }
}
