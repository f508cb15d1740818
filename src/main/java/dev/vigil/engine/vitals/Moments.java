package dev.vigil.engine.vitals;

import java.time.Instant;

/** Instants as nanoseconds since 1970, exact from 1678 to 2262. */
final class Moments {
    static final long SECOND = 1_000_000_000L;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;
    /** No moment at all; before every other. */
    static final long NEVER = Long.MIN_VALUE;
    /** After every other moment. */
    static final long OPEN = Long.MAX_VALUE;

    private static final long EARLIEST = Instant.parse("1900-01-01T00:00:00Z").getEpochSecond();
    private static final long LATEST = Instant.parse("2200-01-01T00:00:00Z").getEpochSecond();

    private Moments() {}

    /** Clamped to the years 1900 to 2200, so that sums with spans cannot overflow. */
    static long of(Instant instant) {
        long seconds = instant.getEpochSecond();
        if (seconds < EARLIEST) {
            return EARLIEST * SECOND;
        }
        return seconds >= LATEST ? LATEST * SECOND : seconds * SECOND + instant.getNano();
    }

    static boolean holds(Instant instant) {
        return instant.getEpochSecond() >= EARLIEST && instant.getEpochSecond() < LATEST;
    }

    static Instant instant(long moment) {
        return Instant.ofEpochSecond(Math.floorDiv(moment, SECOND), Math.floorMod(moment, SECOND));
    }
}
