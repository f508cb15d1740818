package dev.vigil.app;

import dev.vigil.cli.Commands;
import dev.vigil.cli.Elsewhere;
import dev.vigil.cli.Rooms;
import dev.vigil.cli.Setting;
import dev.vigil.core.Trouble;
import dev.vigil.core.port.Journal;
import dev.vigil.core.port.Words;
import dev.vigil.core.run.ArmedWatch;
import dev.vigil.engine.Backtests;
import dev.vigil.engine.Bench;
import dev.vigil.engine.Explanations;
import dev.vigil.engine.Heed;
import dev.vigil.engine.Living;
import dev.vigil.engine.Proposals;
import dev.vigil.engine.Replays;
import dev.vigil.engine.Seal;
import dev.vigil.engine.Sources;
import dev.vigil.engine.acts.Account;
import dev.vigil.engine.acts.Checkup.Proof;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Makes each room when it is first asked for, and hands it what it needs by its constructor. */
final class Wiring implements Rooms, AutoCloseable {
    /** The one person of an installation by now; every row carries it. */
    static final String PERSON = "me";

    private final Home home;
    private final Map<String, String> env;
    private final InstantSource clock;
    private final Engines engines = new Engines(this);
    private final Stop stop = new Stop();
    private Config config;
    private Seal seal;
    private Ownership ownership;
    private Account account;
    private volatile Living living;

    Wiring(Home home, Map<String, String> env, InstantSource clock) {
        this.home = home;
        this.env = Map.copyOf(env);
        this.clock = clock;
    }

    @Override
    public synchronized Account account() {
        if (account == null) {
            Config settings = config();
            if (ownership == null) {
                ownership = Ownership.await(home);
            }
            LogFile.into(home, env);
            Journal journal = Adapters.journal(home, settings);
            account = new Account(PERSON, settings.zone(), journal, clock, new Heeding());
        }
        return account;
    }

    Journal journal() {
        return account().journal();
    }

    Home home() {
        return home;
    }

    InstantSource clock() {
        return clock;
    }

    synchronized Config config() {
        if (config == null) {
            config = Config.load(home.settings(), env);
        }
        return config;
    }

    @Override
    public ZoneId zone() {
        return config().zone();
    }

    @Override
    public Words words() {
        return Adapters.words();
    }

    @Override
    public Proposals proposals() {
        return Adapters.proposals();
    }

    @Override
    public Sources sources() {
        return new Connectors(Connectors.all(clock), seal());
    }

    @Override
    public synchronized Seal seal() {
        if (seal == null) {
            seal = Adapters.seal(home);
        }
        return seal;
    }

    @Override
    public Replays replays() {
        return engines.replays();
    }

    @Override
    public Explanations explanations() {
        return engines.explanations();
    }

    @Override
    public Backtests backtests() {
        return engines.backtests();
    }

    @Override
    public List<Instant> nextMoments(ArmedWatch watch, int max) {
        return engines.nextMoments(living, watch, max);
    }

    @Override
    public Map<String, Bench> benches() {
        return engines.benches();
    }

    @Override
    public List<Setting> settings() {
        return config().all();
    }

    @Override
    public List<Proof> machine() {
        return Machine.look(home, config(), living != null);
    }

    @Override
    public void run(PrintStream out) {
        Account mine;
        try {
            mine = account();
        } catch (Elsewhere e) {
            throw new Trouble("Vigil is running already for " + home.dir() + "; `vigil doctor` tells how it is.", e);
        }
        if (living != null) {
            throw new Trouble("Vigil is running already.");
        }
        stop.onSignal();
        try (Living engine = engines.living(out)) {
            engine.start();
            living = engine;
            try (Server server = serve()) {
                out.println(
                        "Vigil keeps watch: " + mine.journal().watches(PERSON).size() + " watches, "
                                + mine.journal().sources(PERSON).size() + " sources.");
                stop.await();
            }
        } finally {
            living = null;
        }
    }

    /** Has {@link #run} return, as a signal does. */
    void end() {
        stop.ask();
    }

    /** Carries out the commands of other processes; only for the one that owns the home. */
    Server serve() {
        account();
        return Server.start(
                home,
                Main.folders(env),
                (args, terminal) -> new Commands(this, terminal, error -> Main.log(home, env, error)).run(args));
    }

    @Override
    public synchronized void close() {
        try {
            if (account != null) {
                account.journal().close();
            }
        } finally {
            if (ownership != null) {
                ownership.close();
            }
            stop.done();
        }
    }

    /** Passes on to the engine if one runs in this process. */
    private final class Heeding implements Heed {
        @Override
        public void changed(int watch) {
            Living engine = living;
            if (engine != null) {
                engine.changed(watch);
            } else {
                engines.reconsider();
            }
        }

        @Override
        public void refresh() {
            Living engine = living;
            if (engine != null) {
                engine.refresh();
            } else {
                engines.reconsider();
            }
        }
    }
}
