package dev.vigil.store;

import java.time.Instant;

/** Moments as the tables hold them: whole microseconds since the epoch. What is beyond their 292,000 years is clamped. */
final class Micros {
    private static final long MILLION = 1_000_000L;

    private Micros() {}

    /** @return null for null */
    static Long of(Instant moment) {
        return moment == null ? null : floor(moment);
    }

    static long floor(Instant moment) {
        long seconds =
                Math.max(Long.MIN_VALUE / MILLION, Math.min(Long.MAX_VALUE / MILLION - 1, moment.getEpochSecond()));
        return seconds * MILLION + moment.getNano() / 1000;
    }

    static Instant toInstant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MILLION), Math.floorMod(micros, MILLION) * 1000);
    }

    /** Whether the moment comes back as it is. */
    static boolean exact(Instant moment) {
        return toInstant(floor(moment)).equals(moment);
    }
}
