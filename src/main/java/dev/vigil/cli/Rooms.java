package dev.vigil.cli;

import dev.vigil.core.port.Words;
import dev.vigil.core.run.ArmedWatch;
import dev.vigil.engine.Backtests;
import dev.vigil.engine.Bench;
import dev.vigil.engine.Explanations;
import dev.vigil.engine.Proposals;
import dev.vigil.engine.Replays;
import dev.vigil.engine.Seal;
import dev.vigil.engine.Sources;
import dev.vigil.engine.acts.Account;
import dev.vigil.engine.acts.Checkup.Proof;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * What the commands call. Each is made when it is first asked for: a command that asks for no {@link #account} never
 * touches the database.
 */
public interface Rooms {
    /**
     * Asked for before a command reads its input, because it may have to be carried out elsewhere.
     *
     * @throws dev.vigil.core.Trouble if the database cannot be opened
     * @throws Elsewhere if another process owns the database and carries out commands
     */
    Account account();

    ZoneId zone();

    Words words();

    Proposals proposals();

    Sources sources();

    Seal seal();

    Replays replays();

    Explanations explanations();

    Backtests backtests();

    /** Soonest first. */
    List<Instant> nextMoments(ArmedWatch watch, int max);

    /** By name; empty when none is installed. */
    Map<String, Bench> benches();

    List<Setting> settings();

    /** What the installation rests on, apart from what lies in the database: Java, folder, the running engine. */
    List<Proof> machine();

    /**
     * Watches until the person ends it.
     *
     * @param out takes one line when all is up, then what is told on the terminal
     */
    void run(PrintStream out);
}
