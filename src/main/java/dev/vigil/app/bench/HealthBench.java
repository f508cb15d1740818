package dev.vigil.app.bench;

import dev.vigil.core.fact.Sample;
import dev.vigil.core.port.Judge;
import dev.vigil.core.port.Surroundings;
import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.Case;
import dev.vigil.core.run.Finding;
import dev.vigil.core.run.Meeting;
import dev.vigil.core.watch.Comparison;
import dev.vigil.core.watch.Condition;
import dev.vigil.core.watch.Metric;
import dev.vigil.core.watch.Span;
import dev.vigil.core.watch.Trigger;
import dev.vigil.engine.Bench;
import dev.vigil.engine.vitals.Vitals;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

/** One heart-rate sample against N watches, each joined with the calendar, beside a plain loop over the thresholds. */
public final class HealthBench implements Bench {
    private static final List<Integer> SIZES = List.of(100, 1_000, 10_000, 100_000);
    private static final int SAMPLES = 200_000;
    private static final long LOOP_NANOS = 3_000_000_000L;

    private final Supplier<Judge> judges;

    public HealthBench(Supplier<Judge> judges) {
        this.judges = judges;
    }

    @Override
    public String about() {
        return "one heart-rate sample against 100 to 100,000 watches joined with the calendar, beside a plain loop";
    }

    @Override
    public void run(List<String> args, PrintStream out, PrintStream progress) {
        List<Double> rates = new ArrayList<>();
        for (int size : SIZES) {
            progress.println(size + " watches …");
            double[] thresholds = thresholds(size);
            double states = states(thresholds);
            double loop = loop(thresholds);
            rates.add(states);
            out.printf(
                    Locale.ROOT,
                    "watches %,7d   states and rules %12s   plain loop %12s   ratio %.1f%n",
                    size,
                    Table.rate(states),
                    Table.rate(loop),
                    states / loop);
        }
        out.printf(Locale.ROOT, "cost of a sample grows as N^%.2f%n", Table.exponent(SIZES, rates));
    }

    /** People set their limits well above rest; here evenly between 120 and 180. */
    private static double[] thresholds(int size) {
        Random random = new Random(3);
        double[] thresholds = new double[size];
        for (int i = 0; i < size; i++) {
            thresholds[i] = 120 + 60 * random.nextDouble();
        }
        return thresholds;
    }

    /** A resting heart that wanders between 58 and 72, with a burst to 118 now and then, one reading in 10 s. */
    private static Sample sample(int i) {
        double value = 65 + 7 * Math.sin(i / 40.0) + (i % 5_000 < 30 ? 46 : 0) + (i % 100_000 == 99_999 ? 10 : 0);
        Instant at = Invented.START.plusSeconds(10L * i + 10);
        return new Sample(Metric.HEART_RATE, at, at, value, "watch", "", false);
    }

    private double states(double[] thresholds) {
        Surroundings world = new NoWorld();
        Vitals vitals = new Vitals(Invented.ZONE);
        Invented invented = new Invented(5);
        Trigger meeting = new Trigger.Calendar(
                Trigger.Moment.END, "meeting", null, null, null, null, null, null, null, false, false, null);
        List<Condition> afterMeeting =
                List.of(new Condition.Relation(Condition.Order.AFTER, meeting, Span.of(Duration.ofMinutes(30))));
        try (Judge judge = judges.get()) {
            for (int i = 0; i < thresholds.length; i++) {
                Trigger.Health state = above(thresholds[i]);
                vitals.watch(state, Invented.START);
                judge.arm(invented.watch(i + 1, state, afterMeeting));
            }
            long began = System.nanoTime();
            for (int i = 0; i < SAMPLES; i++) {
                for (Vitals.Change change : vitals.add(sample(i))) {
                    judge(judge, change, world);
                }
            }
            return SAMPLES * 1e9 / (System.nanoTime() - began);
        }
    }

    private static void judge(Judge judge, Vitals.Change change, Surroundings world) {
        List<Finding> found = List.of(new Finding("when[0]", true, change.value(), change.because()));
        List<Case> cases = new ArrayList<>();
        for (Meeting meeting : judge.meet(change.state(), found)) {
            cases.add(new Case(
                    meeting.watch(),
                    0,
                    "health:bench",
                    change.at().atZone(Invented.ZONE),
                    found,
                    change.because(),
                    null));
        }
        judge.weigh(cases, world);
    }

    /** Each watch asked at each sample whether its state has just begun; the calendar is not even looked at. */
    private static double loop(double[] thresholds) {
        Invented invented = new Invented(5);
        List<ArmedWatch> watches = new ArrayList<>();
        for (int i = 0; i < thresholds.length; i++) {
            watches.add(invented.watch(i + 1, above(thresholds[i]), List.of()));
        }
        long began = System.nanoTime();
        int done = 0;
        double before = 0;
        long fired = 0;
        while (done < SAMPLES && System.nanoTime() - began < LOOP_NANOS) {
            double value = sample(done++).value();
            for (ArmedWatch watch : watches) {
                for (Trigger trigger : watch.watch().when()) {
                    Trigger.Health state = (Trigger.Health) trigger;
                    Comparison is = Comparison.valueOf(state.is().name());
                    fired += is.holds(value, state.value()) && !is.holds(before, state.value()) ? 1 : 0;
                }
            }
            before = value;
        }
        if (fired < 0) {
            throw new IllegalStateException();
        }
        return done * 1e9 / (System.nanoTime() - began);
    }

    private static Trigger.Health above(double threshold) {
        return new Trigger.Health(Metric.HEART_RATE, Trigger.State.ABOVE, threshold, null, null);
    }
}
