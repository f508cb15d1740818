package dev.vigil.engine.deliver;

import java.time.Duration;
import java.time.Instant;

/**
 * How long to wait before the next try, and when to stop trying. It doubles from {@code first} to {@code longest}; each
 * wait is stretched by up to a fifth, by an amount that depends on the seed and the try alone, so that notices that
 * failed together do not come back together and a restart changes nothing.
 *
 * @param patience how long after its release a notice is still worth trying
 * @param least tries that a notice gets however old it is: a machine that slept for a week has tried nothing yet
 */
public record Backoff(Duration first, Duration longest, Duration patience, int least) {
    /** One minute, doubling up to six hours, for three days. */
    public static final Backoff USUAL = new Backoff(Duration.ofMinutes(1), Duration.ofHours(6), Duration.ofDays(3), 5);

    /** The wait after this many tries, between {@code first} and {@code longest}. */
    public Duration after(int attempts, String seed) {
        long base = Math.min(doubled(attempts), longest.toMillis() * 5 / 6);
        double share = Math.floorMod(spread(seed.hashCode() * 31 + attempts), 1_000_003) / 1_000_003.0;
        Duration wait = Duration.ofMillis(base + (long) (base * share / 5));
        return wait.compareTo(longest) > 0 ? longest : wait;
    }

    private long doubled(int attempts) {
        return first.toMillis() << Math.min(Math.max(attempts - 1, 0), 20);
    }

    /** Neighbouring seeds must not give neighbouring waits. */
    private static int spread(int hash) {
        int mixed = (hash ^ hash >>> 16) * 0x45d9f3b;
        return mixed ^ mixed >>> 16;
    }

    /** Whether to stop trying a notice that was released at {@code since}. */
    public boolean spent(int attempts, Instant since, Instant now) {
        return attempts >= least && !now.isBefore(since.plus(patience));
    }
}
