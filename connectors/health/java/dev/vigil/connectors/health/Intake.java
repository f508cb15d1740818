package dev.vigil.connectors.health;

import dev.vigil.core.fact.Arrival;
import dev.vigil.core.fact.Sample;
import dev.vigil.core.port.Source;
import dev.vigil.core.watch.Metric;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Takes what the readers find in one file after the other: checks it, gives it its id and passes it on, or refuses it
 * with its place. Counts both as outcomes, because a file that was read in part before a restart is read again from its
 * start, and its first outcomes are known already.
 */
final class Intake {
    static final int CHECKPOINT = 50_000;
    /** A broken file of millions of records must not flood the person; what exceeds this is counted and summed up. */
    static final int LISTED = 100;

    private final Source.Sink sink;
    private final Bounds bounds;
    private final BooleanSupplier closed;
    private final SampleId ids = new SampleId();

    private String file;
    private LongSupplier line;
    private long known;
    private long outcomes;
    private long refusals;
    private LongConsumer checkpoint;

    Intake(Source.Sink sink, Bounds bounds, BooleanSupplier closed) {
        this.sink = sink;
        this.bounds = bounds;
        this.closed = closed;
    }

    /**
     * Begins a file (or archive).
     *
     * @param known so many outcomes of it were passed on before a restart
     * @param checkpoint gets the number of outcomes each time that 50,000 more were passed on
     */
    void begin(String file, long known, LongConsumer checkpoint) {
        this.known = known;
        this.checkpoint = checkpoint;
        outcomes = 0;
        refusals = 0;
        enter(file, () -> 0);
    }

    /** Begins a document: the file itself, or one entry of an archive; {@code line} 0 means that it has no lines. */
    void enter(String document, LongSupplier line) {
        this.file = document;
        this.line = line;
    }

    /** Ends the file; returns how many outcomes were passed on. */
    long end() {
        if (refusals > LISTED && outcomes >= known) {
            sink.refused(file, (refusals - LISTED) + " more were refused; the first " + LISTED + " are listed");
        }
        return Math.max(0, outcomes - known);
    }

    /**
     * Takes a value in the unit that the file gives.
     *
     * @param value NaN for what is no number
     */
    void measured(Metric metric, Instant start, Instant end, double value, String unit, String device, String label) {
        if (Double.isNaN(value)) {
            refuse("has a " + MetricWords.word(metric) + " value that is no number");
            return;
        }
        double converted = Units.convert(metric, unit, value);
        if (Double.isNaN(converted)) {
            refuse(
                    unit.isEmpty()
                            ? "has no unit; " + MetricWords.word(metric) + " is not taken without one"
                            : "has the unit " + PlainText.of(unit, 40) + ", which is not known for "
                                    + MetricWords.word(metric));
            return;
        }
        take(new Sample(metric, start, end, converted, device, label, false));
    }

    /** Takes a sample whose value is in the metric's unit already. */
    void take(Sample sample) {
        String objection =
                bounds.objection(sample.metric(), sample.start(), sample.end(), sample.value(), sample.retracted());
        if (objection != null) {
            refuse(objection);
        } else if (counted()) {
            sink.arrived(new Arrival("health", ids.of(sample), sample.known(), sample));
            pause();
        }
    }

    /** Refuses what stands at the present line. */
    void refuse(String why) {
        refuse(line.getAsLong(), why);
    }

    void refuse(long line, String why) {
        refusals++;
        if (counted()) {
            if (refusals <= LISTED) {
                sink.refused(line > 0 ? file + ":" + line : file, why);
            }
            pause();
        }
    }

    private boolean counted() {
        if (closed.getAsBoolean()) {
            throw new Closed();
        }
        return ++outcomes > known;
    }

    private void pause() {
        if (outcomes % CHECKPOINT == 0) {
            checkpoint.accept(outcomes);
        }
    }

    /** The source was closed while it was looking. */
    static final class Closed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Closed() {
            super("closed while looking", null, false, false);
        }
    }
}
