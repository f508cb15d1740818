package dev.vigil.engine.deliver;

import dev.vigil.core.port.Channel;
import dev.vigil.core.port.Journal;
import dev.vigil.core.run.Delivery;
import dev.vigil.core.run.Delivery.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drains one person's outbox. A notice is sent first and recorded then: a crash between the two sends it again with the
 * same id. Each channel gets its notices in order; after two failures in a row it is left alone for a while, and no
 * other channel waits for it. It has no threads of its own; several threads may drain, each channel is served by one at
 * a time.
 */
public final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    /** Later than any time at which a notice may wait, early enough for every database. */
    private static final Instant FAR_OFF = Instant.parse("9999-01-01T00:00:00Z");

    private static final int PAGE = 1_000;
    private static final int FATE_LENGTH = 2_000;
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private final String person;
    private final Journal journal;
    private final Map<String, Channel> channels;
    private final InstantSource clock;
    private final Backoff backoff;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

    /**
     * @param channels by the name that deliveries carry; a delivery to any other name ends as
     *     {@link State#NOWHERE}
     */
    public Courier(
            String person, Journal journal, Map<String, Channel> channels, InstantSource clock, Backoff backoff) {
        this.person = person;
        this.journal = journal;
        this.channels = Map.copyOf(channels);
        this.clock = clock;
        this.backoff = backoff;
    }

    /**
     * Sends what is due, channel by channel, those that worked last first.
     *
     * @return how many deliveries were made
     */
    public int drain() {
        return ready().stream().mapToInt(this::drain).sum();
    }

    /** The channels that have something due now, those that worked last first; each may be drained on its own thread. */
    public List<String> ready() {
        Instant now = clock.instant();
        return released(now).stream()
                .filter(delivery -> isReady(delivery, now))
                .map(Delivery::channel)
                .distinct()
                .sorted(Comparator.comparing(name -> lane(name).trouble != null))
                .toList();
    }

    /**
     * Sends what is due on one channel; does nothing while another thread serves it.
     *
     * @return how many deliveries were made
     */
    public int drain(String channel) {
        Lane lane = lane(channel);
        if (!lane.lock.tryLock()) {
            return 0;
        }
        try {
            return serve(channel, lane);
        } finally {
            lane.lock.unlock();
        }
    }

    /** A failure may be the notice's own fault: the one behind it is tried before the channel is left alone. */
    private int serve(String channel, Lane lane) {
        Instant now = clock.instant();
        if (now.isBefore(lane.closedTill)) {
            return 0;
        }
        List<Delivery> queue = released(now).stream()
                .filter(delivery -> delivery.channel().equals(channel))
                .toList();
        if (queue.stream().noneMatch(delivery -> isReady(delivery, now))) {
            return 0;
        }
        boolean fromTheOldest = lane.down;
        Instant rest = null;
        int delivered = 0;
        for (int i = 0; i < queue.size(); i++) {
            if (!fromTheOldest && !isReady(queue.get(i), now)) {
                continue;
            }
            Outcome outcome = attempt(queue.get(i), lane);
            boolean interrupted = Thread.interrupted();
            boolean leaveAlone = outcome.rest() != null && (rest != null || now.isBefore(lane.closedTill));
            rest = rest == null || outcome.rest() == null ? outcome.rest() : earlier(rest, outcome.rest());
            Delivery tried = leaveAlone ? waitingTill(rest, outcome.tried()) : outcome.tried();
            journal.tried(tried);
            delivered += tried.state() == State.DELIVERED ? 1 : 0;
            if (leaveAlone) {
                postpone(queue.subList(i + 1, queue.size()), rest);
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            if (leaveAlone || interrupted) {
                break;
            }
        }
        lane.down = rest != null;
        return delivered;
    }

    private void postpone(List<Delivery> behind, Instant till) {
        behind.stream()
                .filter(delivery -> delivery.next().isBefore(till))
                .forEach(delivery -> journal.tried(waitingTill(till, delivery)));
    }

    /** {@code rest}: when the channel may be tried again; null when it is alive. */
    private record Outcome(Delivery tried, Instant rest) {}

    private Outcome attempt(Delivery delivery, Lane lane) {
        Channel channel = channels.get(delivery.channel());
        if (delivery.channel().equals(Routing.VIGIL)) {
            return ended(delivery, State.DELIVERED, delivery.attempts(), "Done by Vigil itself.");
        }
        if (channel == null) {
            String why = Nowhere.sentence(delivery.channel(), delivery.notice().act());
            return ended(delivery, State.NOWHERE, delivery.attempts(), why);
        }
        int attempts = delivery.attempts() + 1;
        try {
            String told = channel.tell(delivery.notice());
            lane.trouble = null;
            return ended(delivery, State.DELIVERED, attempts, told == null ? "Delivered." : told);
        } catch (Channel.Undelivered failure) {
            lane.trouble = failure.getMessage();
            LOG.info("{} by {}: {}", delivery.notice().id(), channel.name(), failure.getMessage(), failure.getCause());
            return failure.again()
                    ? again(delivery, attempts, failure.getMessage(), failure.pause())
                    : ended(delivery, State.FAILED, attempts, failure.getMessage());
        } catch (RuntimeException bug) {
            String sentence = "Something went wrong inside the " + channel.name() + " channel; the log says what.";
            lane.trouble = sentence;
            LOG.warn("{} by {}", delivery.notice().id(), channel.name(), bug);
            return again(delivery, attempts, sentence, null);
        }
    }

    private Outcome again(Delivery delivery, int attempts, String sentence, Duration pause) {
        Instant now = clock.instant();
        Duration wait = backoff.after(attempts, delivery.notice().id() + delivery.channel());
        if (pause != null) {
            Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
            lane(delivery.channel()).closedTill = now.plus(bounded);
            wait = bounded.compareTo(wait) > 0 ? bounded : wait;
        }
        Instant next = now.plus(wait);
        if (backoff.spent(attempts, delivery.notice().release(), now)) {
            String fate = "Given up after " + attempts + " tries in more than "
                    + backoff.patience().toDays() + " days. " + sentence;
            return new Outcome(ended(delivery, State.FAILED, attempts, fate).tried(), next);
        }
        return new Outcome(
                new Delivery(delivery.notice(), delivery.channel(), State.WAITING, attempts, next, null), next);
    }

    private Outcome ended(Delivery delivery, State state, int attempts, String fate) {
        String bounded = fate.length() > FATE_LENGTH ? fate.substring(0, FATE_LENGTH - 1) + "…" : fate;
        Instant now = clock.instant();
        return new Outcome(new Delivery(delivery.notice(), delivery.channel(), state, attempts, now, bounded), null);
    }

    private static Delivery waitingTill(Instant till, Delivery delivery) {
        return delivery.state() != State.WAITING
                ? delivery
                : new Delivery(delivery.notice(), delivery.channel(), State.WAITING, delivery.attempts(), till, null);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** When {@link #drain} has something to do again; empty when nothing waits. */
    public Optional<Instant> next() {
        return waiting(FAR_OFF).stream()
                .map(delivery -> later(
                        lane(delivery.channel()).closedTill,
                        later(delivery.notice().release(), delivery.next())))
                .min(Comparator.naturalOrder());
    }

    /** What is wrong with channels now: name to sentence. */
    public Map<String, String> troubles() {
        Map<String, String> troubles = new TreeMap<>();
        lanes.forEach((name, lane) -> {
            String trouble = lane.trouble;
            if (trouble != null) {
                troubles.put(name, trouble);
            }
        });
        return troubles;
    }

    /**
     * The person said yes: it leaves with the next {@link #drain}.
     *
     * @return false if nothing of that id waits for an answer
     */
    public synchronized boolean approve(String noticeId) {
        return answer(noticeId, State.WAITING, null);
    }

    /**
     * The person said no.
     *
     * @return false if nothing of that id waits for an answer
     */
    public synchronized boolean decline(String noticeId) {
        return answer(noticeId, State.FAILED, "You declined it.");
    }

    private boolean answer(String noticeId, State state, String fate) {
        List<Delivery> asking = all(max -> journal.deliveries(person, max)).stream()
                .filter(delivery -> delivery.state() == State.APPROVAL)
                .filter(delivery -> delivery.notice().id().equals(noticeId))
                .toList();
        asking.forEach(delivery ->
                journal.tried(new Delivery(delivery.notice(), delivery.channel(), state, 0, clock.instant(), fate)));
        return !asking.isEmpty();
    }

    private Lane lane(String channel) {
        return lanes.computeIfAbsent(channel, any -> new Lane());
    }

    private static boolean isReady(Delivery delivery, Instant now) {
        return !delivery.next().isAfter(now);
    }

    /** Waiting and released, whether or not its next try has come. */
    private List<Delivery> released(Instant now) {
        return waiting(FAR_OFF).stream()
                .filter(delivery -> !delivery.notice().release().isAfter(now))
                .toList();
    }

    private List<Delivery> waiting(Instant till) {
        return all(max -> journal.due(person, till, max));
    }

    /** Everything: a page that is full of one dead channel's notices must not hide another's. */
    private static List<Delivery> all(IntFunction<List<Delivery>> page) {
        int max = PAGE;
        List<Delivery> found = page.apply(max);
        while (found.size() == max && max < Integer.MAX_VALUE / 8) {
            max *= 8;
            found = page.apply(max);
        }
        return found;
    }
}
