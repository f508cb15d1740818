package dev.vigil.engine.watchman;

import dev.vigil.core.run.Batch;
import dev.vigil.core.run.Case;
import dev.vigil.core.watch.Action;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Set;

/** Holds notices while the person wants quiet; each leaves once, when it ends. */
final class QuietHours {
    private static final String UNTIL = "quiet";
    private static final String HELD = "held/";
    private static final Set<String> HELD_ACTS = Set.of("notify", "suggest_break", "digest");

    private final Desk desk;

    QuietHours(Desk desk) {
        this.desk = desk;
    }

    /** The end of a quiet that begins now. */
    ZonedDateTime end(Action.Quiet quiet, Case about) {
        ZonedDateTime at = about.at();
        if (quiet.lasting() != null) {
            return quiet.lasting().after(at);
        }
        if (quiet.till() != null) {
            ZonedDateTime today = at.toLocalDate().atTime(quiet.till()).atZone(at.getZone());
            return today.isAfter(at)
                    ? today
                    : at.toLocalDate().plusDays(1).atTime(quiet.till()).atZone(at.getZone());
        }
        boolean running = about.occurrence() != null && about.occurrence().end().isAfter(at);
        return running ? about.occurrence().end() : at.plus(Duration.ofHours(1));
    }

    /** Begins, or goes on longer: what is held waits for the later end. */
    void begin(Instant end) {
        if (!end.isAfter(until())) {
            return;
        }
        desk.memory.put(UNTIL, end.toString(), desk.batch);
        desk.memory.under(HELD).forEach((key, release) -> {
            if (Instant.parse(release).isAfter(desk.now)) {
                desk.memory.put(key, end.toString(), desk.batch);
                desk.batch.releases.add(new Batch.Release(key.substring(HELD.length()), end));
            }
        });
    }

    /** When a notice that is made at {@code at} may leave. */
    Instant release(String id, String act, boolean urgent, Instant at) {
        Instant until = until();
        if (urgent || !HELD_ACTS.contains(act) || !at.isBefore(until)) {
            return at;
        }
        desk.memory.put(HELD + id, until.toString(), desk.batch);
        return until;
    }

    private Instant until() {
        return desk.memory.get(UNTIL).map(Instant::parse).orElse(Instant.MIN);
    }

    void forget() {
        desk.memory.forget(HELD, desk.now, desk.batch);
    }
}
