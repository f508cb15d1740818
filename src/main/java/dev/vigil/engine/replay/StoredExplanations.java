package dev.vigil.engine.replay;

import dev.vigil.core.Trouble;
import dev.vigil.core.fact.Arrival;
import dev.vigil.core.fact.Sample;
import dev.vigil.core.port.Journal;
import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.Verdict;
import dev.vigil.engine.Explanations;
import dev.vigil.engine.Sources;
import dev.vigil.engine.Tools;
import dev.vigil.engine.watchman.Setup;
import dev.vigil.engine.watchman.Watchman;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Why a watch fired or did not: from the stored verdicts, and computed anew from the stored events. */
public final class StoredExplanations implements Explanations {
    private static final Duration HISTORY = Duration.ofDays(35);
    private static final int MOST = 50;

    private final Journal journal;
    private final Sources sources;
    private final Tools tools;
    private final Set<String> me;

    public StoredExplanations(Journal journal, Sources sources, Tools tools, Set<String> me) {
        this.journal = journal;
        this.sources = sources;
        this.tools = tools;
        this.me = Set.copyOf(me);
    }

    @Override
    public List<Verdict> why(String person, int number, String event) {
        ArmedWatch watch = journal.watch(person, number)
                .orElseThrow(
                        () -> new Trouble("There is no watch " + number + ": `vigil list` shows those there are."));
        List<Verdict> stored = journal.verdicts(person, number, event == null ? MOST : 10_000);
        if (event == null) {
            return stored;
        }
        List<Verdict> same =
                stored.stream().filter(one -> one.event().equals(event)).toList();
        return same.stream().anyMatch(Verdict::fired) ? same : computed(watch, event, same);
    }

    private List<Verdict> computed(ArmedWatch watch, String event, List<Verdict> stored) {
        List<Arrival> arrivals = Stream.concat(
                        journal.byCause(watch.person(), event).stream(),
                        journal.byCause(watch.person(), event.replaceFirst("#[^#]*$", "")).stream())
                .toList();
        if (arrivals.isEmpty()) {
            if (stored.isEmpty()) {
                throw new Trouble("Nothing is stored under " + event
                        + ": write it as `because` shows it, such as mail:… or calendar:….");
            }
            return stored;
        }
        Arrival arrival = arrivals.get(0);
        Instant at = arrival.fact() instanceof Sample sample ? sample.known() : arrival.at();
        Setup setup =
                tools.setup(watch.person(), watch.zone(), me, sources.connectors(), (act, detail, urgent) -> List.of());
        try {
            Watchman watchman = new Watchman(setup);
            watchman.standAt(at);
            journal.arrivals(watch.person(), "calendar", Instant.EPOCH, at.minus(HISTORY), watchman::recall);
            journal.arrivals(watch.person(), null, at.minus(HISTORY), at, before -> {
                if (!before.id().equals(arrival.id())) {
                    watchman.recall(before);
                }
            });
            if (arrival.fact() instanceof Sample) {
                watchman.recall(arrival);
            }
            return watchman.explaining().explain(watch, event, arrival.fact(), at);
        } finally {
            setup.judge().close();
        }
    }
}
