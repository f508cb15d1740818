package dev.vigil.engine.replay;

import dev.vigil.core.Trouble;
import dev.vigil.core.port.Journal;
import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.watch.Watch;
import dev.vigil.engine.Backtests;
import dev.vigil.engine.Sources;
import dev.vigil.engine.Told;
import dev.vigil.engine.Tools;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Backtests: a watch over the stored events, as if it had been armed so many days ago. */
public final class StoredBacktests implements Backtests {
    private static final Duration HISTORY = Duration.ofDays(62);

    private final Journal journal;
    private final Sources sources;
    private final Tools tools;
    private final Set<String> me;
    private final InstantSource clock;

    public StoredBacktests(Journal journal, Sources sources, Tools tools, Set<String> me, InstantSource clock) {
        this.journal = journal;
        this.sources = sources;
        this.tools = tools;
        this.me = Set.copyOf(me);
        this.clock = clock;
    }

    @Override
    public List<Told> backtest(String person, Watch watch, ZoneId zone, int days) {
        Instant to = clock.instant();
        Instant from = to.atZone(zone).minusDays(days).toInstant();
        ArmedWatch armed =
                new ArmedWatch(person, 1, "", "", watch, from, zone, ArmedWatch.State.ARMED, null, Set.of(), null);
        List<Told> told = new ArrayList<>();
        List<ArmedWatch> broken = new ArrayList<>();
        try (Simulation simulation = new Simulation(
                tools.setup(person, zone, me, sources.connectors(), (act, detail, urgent) -> List.of("backtest")),
                List.of(armed),
                from,
                to,
                told::add,
                miss -> {},
                broken::add)) {
            journal.arrivals(person, "calendar", Instant.EPOCH, from.minus(HISTORY), simulation::feed);
            journal.arrivals(person, null, from.minus(HISTORY), to, simulation::feed);
            simulation.finish();
        }
        if (!broken.isEmpty()) {
            throw new Trouble(broken.get(0).mend());
        }
        return told;
    }
}
