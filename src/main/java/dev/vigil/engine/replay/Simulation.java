package dev.vigil.engine.replay;

import dev.vigil.core.fact.Arrival;
import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.Batch;
import dev.vigil.core.run.Delivery;
import dev.vigil.core.run.Notice;
import dev.vigil.core.run.Verdict;
import dev.vigil.engine.Told;
import dev.vigil.engine.watchman.Setup;
import dev.vigil.engine.watchman.Watchman;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Runs watches over (from, to] of a simulated clock. Feed it everything in order of arrival, then finish; what lies at or
 * before {@code from} is history. Each notice is told once, at its release, in order of time.
 */
public final class Simulation implements AutoCloseable {
    private final Setup setup;
    private final Watchman watchman;
    private final Instant from;
    private final Instant to;
    private final List<ArmedWatch> watches;
    private final Consumer<Told> out;
    private final Consumer<Verdict> missed;
    private final Consumer<ArmedWatch> broken;
    private final Map<String, Held> waiting = new HashMap<>();
    private final PriorityQueue<Held> queue = new PriorityQueue<>();
    private final Set<String> given = new HashSet<>();
    private boolean armed;
    private long order;

    private record Held(Notice notice, Instant release, long order) implements Comparable<Held> {
        @Override
        public int compareTo(Held other) {
            int byTime = release.compareTo(other.release);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    /**
     * @param watches armed at {@code from}, in this order
     * @param missed takes what a watch came nearer to than at anything before on that day, as it happens
     * @param broken takes each that cannot run, with its mend
     */
    public Simulation(
            Setup setup,
            List<ArmedWatch> watches,
            Instant from,
            Instant to,
            Consumer<Told> out,
            Consumer<Verdict> missed,
            Consumer<ArmedWatch> broken) {
        this.setup = setup;
        this.watchman = new Watchman(setup);
        this.watches = List.copyOf(watches);
        this.from = from;
        this.to = to;
        this.out = out;
        this.missed = missed;
        this.broken = broken;
        watchman.standAt(from);
    }

    public void feed(Arrival arrival) {
        if (!arrival.at().isAfter(from)) {
            watchman.recall(arrival);
        } else if (!arrival.at().isAfter(to)) {
            arm();
            take(watchman.advance(arrival.at(), null));
            tell(arrival.at());
            take(watchman.arrive(arrival));
        }
    }

    public void finish() {
        arm();
        // a period or silence that ends with the replay itself is decided just after it
        Instant end = to.plusMillis(1);
        take(watchman.advance(end, null));
        tell(end);
    }

    private void arm() {
        if (armed) {
            return;
        }
        armed = true;
        for (ArmedWatch watch : watches) {
            Batch batch = watchman.arm(watch, from);
            batch.watches.stream().filter(one -> one.mend() != null).forEach(broken);
            take(batch);
        }
    }

    private void take(Batch batch) {
        batch.misses.forEach(missed);
        for (Delivery delivery : batch.deliveries) {
            Notice notice = delivery.notice();
            if (given.add(notice.id())) {
                hold(new Held(notice, notice.release(), order++));
            }
        }
        for (Batch.Release release : batch.releases) {
            Held held = waiting.get(release.noticeId());
            if (held != null) {
                queue.remove(held);
                hold(new Held(held.notice, release.at(), held.order));
            }
        }
    }

    private void hold(Held held) {
        waiting.put(held.notice.id(), held);
        queue.add(held);
    }

    private void tell(Instant till) {
        while (!queue.isEmpty() && !queue.peek().release.isAfter(till)) {
            Held held = queue.poll();
            waiting.remove(held.notice.id());
            Notice notice = held.notice;
            out.accept(new Told(
                    held.release.atZone(setup.zone()), notice.watch(), notice.act(), notice.say(), notice.because()));
        }
    }

    @Override
    public void close() {
        setup.judge().close();
    }
}
