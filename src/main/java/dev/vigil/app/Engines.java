package dev.vigil.app;

import dev.vigil.app.bench.HealthBench;
import dev.vigil.app.bench.MailBench;
import dev.vigil.app.bench.YearBench;
import dev.vigil.connectors.calendar.IcalCalendars;
import dev.vigil.core.port.Channel;
import dev.vigil.core.port.Journal;
import dev.vigil.core.port.Matcher;
import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.Batch;
import dev.vigil.core.watch.MailKind;
import dev.vigil.engine.Backtests;
import dev.vigil.engine.Bench;
import dev.vigil.engine.Explanations;
import dev.vigil.engine.Living;
import dev.vigil.engine.Replays;
import dev.vigil.engine.Tools;
import dev.vigil.engine.acts.Upcoming;
import dev.vigil.engine.deliver.Backoff;
import dev.vigil.engine.deliver.Courier;
import dev.vigil.engine.deliver.Routing;
import dev.vigil.engine.live.Guard;
import dev.vigil.engine.live.Life;
import dev.vigil.engine.replay.StoredBacktests;
import dev.vigil.engine.replay.StoredExplanations;
import dev.vigil.engine.watchman.Needs;
import dev.vigil.engine.watchman.Setup;
import dev.vigil.engine.watchman.Watchman;
import dev.vigil.language.NoticeWords;
import dev.vigil.language.WordMatcher;
import dev.vigil.rules.DroolsJudge;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Where the parts of the engine that judge are made. */
final class Engines {
    /** Told of every mail: by its headers, or by the conversation it belongs to. */
    private static final Set<MailKind> CERTAIN = EnumSet.of(MailKind.REPLY, MailKind.NEWSLETTER, MailKind.AUTOMATIC);

    /** Told where the mail itself declares it. */
    private static final Set<MailKind> DECLARED = EnumSet.of(
            MailKind.ORDER_CONFIRMED,
            MailKind.SHIPPED,
            MailKind.OUT_FOR_DELIVERY,
            MailKind.DELIVERED,
            MailKind.DELAYED,
            MailKind.INVOICE,
            MailKind.PAYMENT_DUE,
            MailKind.BOOKING,
            MailKind.CANCELLED);

    private final Wiring wiring;

    Engines(Wiring wiring) {
        this.wiring = wiring;
    }

    static Tools tools() {
        Matcher matcher = new WordMatcher();
        EnumSet<MailKind> kinds = EnumSet.copyOf(CERTAIN);
        kinds.addAll(DECLARED);
        return new Tools(
                () -> new DroolsJudge(matcher),
                new IcalCalendars(),
                Adapters.recurrences(),
                new NoticeWords(),
                kinds,
                CERTAIN);
    }

    Replays replays() {
        return new ScenarioReplays(tools(), Connectors.all(wiring.clock()));
    }

    Explanations explanations() {
        return new StoredExplanations(wiring.journal(), wiring.sources(), tools(), me());
    }

    Backtests backtests() {
        return new StoredBacktests(wiring.journal(), wiring.sources(), tools(), me(), wiring.clock());
    }

    private Set<String> me() {
        Set<String> me = new HashSet<>();
        wiring.config().list(Key.ME).forEach(address -> me.add(address.toLowerCase(Locale.ROOT)));
        return me;
    }

    /**
     * Not started.
     *
     * @param terminal where it tells notices
     */
    Living living(PrintStream terminal) {
        Journal journal = wiring.journal();
        Map<String, Channel> channels = Outlets.of(
                wiring.config(),
                journal,
                terminal,
                wiring.clock(),
                System.getenv().getOrDefault("PATH", ""));
        Routing routing = new Routing(channels.keySet());
        return new Life(new Life.Parts(
                Wiring.PERSON,
                journal,
                wiring.sources(),
                guards(journal, tools(), wiring.zone(), routing::channels),
                Adapters.echo(journal, wiring.config()),
                new Courier(Wiring.PERSON, journal, channels, wiring.clock(), Backoff.USUAL),
                wiring.clock(),
                Duration.ofDays(wiring.config().number(Key.RETENTION_DAYS))));
    }

    /** While no engine runs: which watches can run now, by what the person has added or removed. */
    void reconsider() {
        Journal journal = wiring.journal();
        Tools tools = tools();
        Needs needs = new Needs(connectors(journal), tools.kinds(), tools.certain());
        Batch batch = new Batch();
        for (ArmedWatch watch : journal.watches(Wiring.PERSON)) {
            String mend = needs.mend(watch.watch());
            boolean concerned = watch.state() == ArmedWatch.State.ARMED || watch.state() == ArmedWatch.State.BROKEN;
            if (concerned && mend != null && !mend.equals(watch.mend())) {
                batch.watches.add(watch.broken(mend));
            } else if (watch.state() == ArmedWatch.State.BROKEN && mend == null) {
                batch.watches.add(watch.with(ArmedWatch.State.ARMED));
            }
        }
        if (!batch.isEmpty()) {
            journal.commit(Wiring.PERSON, batch);
        }
    }

    private static Set<String> connectors(Journal journal) {
        Set<String> connectors = new TreeSet<>();
        journal.sources(Wiring.PERSON).forEach(row -> connectors.add(row.connector()));
        return connectors;
    }

    /** Only connectors of which the person has a source can bring anything. */
    private Supplier<Guard> guards(Journal journal, Tools tools, ZoneId zone, Setup.Routing routing) {
        return () -> {
            Setup setup = tools.setup(Wiring.PERSON, zone, me(), connectors(journal), routing);
            return new Guard(new Watchman(setup), setup.judge());
        };
    }

    /**
     * Without an engine, what follows from the watch itself and from the wake-ups that the last run left.
     *
     * @param running null when none runs in this process
     */
    List<Instant> nextMoments(Living running, ArmedWatch watch, int max) {
        if (running != null) {
            return running.nextMoments(watch, max);
        }
        return new Upcoming(Adapters.recurrences(), wiring.clock())
                .of(watch, wiring.journal().wakeups(watch.person()), max);
    }

    Map<String, Bench> benches() {
        Matcher matcher = new WordMatcher();
        return new TreeMap<>(Map.of(
                "mail", new MailBench(matcher, () -> new DroolsJudge(matcher)),
                "health", new HealthBench(() -> new DroolsJudge(matcher)),
                "year", new YearBench(replays())));
    }
}
