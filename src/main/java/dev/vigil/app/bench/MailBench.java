package dev.vigil.app.bench;

import dev.vigil.core.port.Judge;
import dev.vigil.core.port.Matcher;
import dev.vigil.core.port.Surroundings;
import dev.vigil.core.run.SeenMail;
import dev.vigil.core.watch.Trigger;
import dev.vigil.engine.Bench;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** One mail against N text watches: the rules with their index, beside a plain loop over the watches. */
public final class MailBench implements Bench {
    private static final List<Integer> SIZES = List.of(100, 1_000, 10_000, 100_000);
    private static final int MAILS = 3_000;
    private static final int WARM = 1_000;
    private static final long LOOP_NANOS = 4_000_000_000L;

    private final Matcher matcher;
    private final Supplier<Judge> judges;

    public MailBench(Matcher matcher, Supplier<Judge> judges) {
        this.matcher = matcher;
        this.judges = judges;
    }

    @Override
    public String about() {
        return "one mail against 100 to 100,000 text watches, beside a plain loop over them";
    }

    @Override
    public void run(List<String> args, PrintStream out, PrintStream progress) {
        List<SeenMail> mails = new ArrayList<>();
        Invented invented = new Invented(7);
        for (int i = 0; i < WARM + MAILS; i++) {
            mails.add(invented.seen(i));
        }
        List<Double> rates = new ArrayList<>();
        for (int size : SIZES) {
            progress.println(size + " watches …");
            List<Trigger.Mail> asks = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                asks.add(invented.asksMail());
            }
            double rules = rules(asks, mails, invented);
            double loop = loop(asks, mails);
            rates.add(rules);
            out.printf(
                    Locale.ROOT,
                    "watches %,7d   rules %12s   plain loop %12s   ratio %.1f%n",
                    size,
                    Table.rate(rules),
                    Table.rate(loop),
                    rules / loop);
        }
        out.printf(Locale.ROOT, "cost of a mail grows as N^%.2f%n", Table.exponent(SIZES, rates));
    }

    private double rules(List<Trigger.Mail> asks, List<SeenMail> mails, Invented invented) {
        Surroundings world = new NoWorld();
        try (Judge judge = judges.get()) {
            for (int i = 0; i < asks.size(); i++) {
                judge.arm(invented.watch(i + 1, asks.get(i), List.of()));
            }
            long met = 0;
            for (SeenMail mail : mails.subList(0, WARM)) {
                met += judge.meet(mail, world).size();
            }
            long began = System.nanoTime();
            for (SeenMail mail : mails.subList(WARM, mails.size())) {
                met += judge.meet(mail, world).size();
            }
            long nanos = System.nanoTime() - began;
            if (met < 0) {
                throw new IllegalStateException();
            }
            return MAILS * 1e9 / nanos;
        }
    }

    /** Each mail read once, then each watch asked; as many mails as fit into a few seconds. */
    private double loop(List<Trigger.Mail> asks, List<SeenMail> mails) {
        List<Matcher.Phrase> phrases =
                asks.stream().map(ask -> matcher.phrase(ask.about())).toList();
        long began = System.nanoTime();
        int done = 0;
        long met = 0;
        while (done < MAILS && System.nanoTime() - began < LOOP_NANOS) {
            SeenMail mail = mails.get(WARM + done++);
            Matcher.Digest digest =
                    matcher.digest(mail.mail().subject(), mail.mail().text());
            for (Matcher.Phrase phrase : phrases) {
                met += matcher.match(phrase, digest).holds() ? 1 : 0;
            }
        }
        long nanos = System.nanoTime() - began;
        if (met < 0) {
            throw new IllegalStateException();
        }
        return done * 1e9 / nanos;
    }
}
