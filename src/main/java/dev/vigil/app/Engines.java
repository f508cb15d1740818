package dev.vigil.app;

import dev.vigil.core.Trouble;
import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.Wakeup;
import dev.vigil.engine.Backtests;
import dev.vigil.engine.Bench;
import dev.vigil.engine.Explanations;
import dev.vigil.engine.Living;
import dev.vigil.engine.Replays;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Where the parts of the engine that judge are made. */
final class Engines {
    private final Wiring wiring;

    Engines(Wiring wiring) {
        this.wiring = wiring;
    }

    Replays replays() {
        throw missing("replay");
    }

    Explanations explanations() {
        throw missing("explain");
    }

    Backtests backtests() {
        throw missing("backtest");
    }

    /** Not started. */
    Living living() {
        throw missing("run");
    }

    /**
     * Without an engine, the moments for which the store has wake-ups.
     *
     * @param running null when none runs in this process
     */
    List<Instant> nextMoments(Living running, ArmedWatch watch, int max) {
        if (running != null) {
            return running.nextMoments(watch, max);
        }
        return wiring.journal().wakeups(watch.person()).stream()
                .filter(wakeup -> wakeup.watch() == watch.number())
                .map(Wakeup::due)
                .filter(due -> due.isAfter(wiring.clock().instant()))
                .sorted()
                .distinct()
                .limit(max)
                .toList();
    }

    Map<String, Bench> benches() {
        return Map.of();
    }

    private static Trouble missing(String what) {
        return new Trouble("This build has no engine and cannot " + what + ".");
    }
}
