package dev.vigil.engine.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.core.fact.Sample;
import dev.vigil.core.watch.Metric;
import dev.vigil.core.watch.Span;
import dev.vigil.core.watch.Trigger.Health;
import dev.vigil.core.watch.Trigger.Over;
import dev.vigil.core.watch.Trigger.State;
import dev.vigil.engine.vitals.Vitals.Change;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What has to be so whatever is watched and whatever comes in. */
class AnyOrderTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final Instant BEGIN = Instant.parse("2026-10-12T07:00:00Z");

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static Health state(Random random) {
        Metric metric = any(random, List.of(Metric.values()));
        State is = any(random, List.of(State.values()));
        String lasting = any(random, List.of("", "", "PT5M", "PT3H", "P1D", "P2D", "P1DT2H"));
        Over over = metric.shape() == Metric.Shape.POINT && random.nextInt(3) > 0
                ? null
                : any(random, List.of(Over.values()));
        return new Health(metric, is, usual(metric), lasting.isEmpty() ? null : Span.parse(lasting), over);
    }

    private static double usual(Metric metric) {
        return metric == Metric.STEPS ? 3000 : metric == Metric.SLEEP ? 6 : 60;
    }

    private static Sample sample(Random random, Instant at, boolean retracted) {
        Metric metric = any(random, List.of(Metric.values()));
        boolean night = metric == Metric.SLEEP;
        long minutes = metric.shape() == Metric.Shape.POINT ? 0 : random.nextInt(night ? 500 : 90);
        double value = night ? minutes / 60.0 : usual(metric) * (0.5 + random.nextDouble()) / (minutes > 0 ? 4 : 1);
        Instant start = metric == Metric.WORKOUT ? at : at.minus(Duration.ofMinutes(minutes));
        return new Sample(
                metric,
                start,
                start.plus(Duration.ofMinutes(minutes)),
                Math.rint(value),
                any(random, List.of("", "a", "b")),
                "x",
                retracted);
    }

    private static List<Sample> stream(Random random, Instant from, int count) {
        List<Sample> samples = new ArrayList<>();
        Instant at = from;
        for (int i = 0; i < count; i++) {
            at = at.plus(Duration.ofMinutes(random.nextInt(40)));
            samples.add(sample(random, at, false));
        }
        return samples;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void watching_from_the_start_or_from_the_moment_of_arming_tells_the_same(long seed) {
        Random random = new Random(seed);
        List<Health> states = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            states.add(state(random));
        }
        List<Sample> history = stream(random, BEGIN, 2500);
        Instant armed = history.get(history.size() - 1).known();
        List<Sample> future = stream(random, armed.plusSeconds(1), 1500);

        Vitals early = new Vitals(ZONE);
        states.forEach(state -> early.watch(state, armed));
        List<Change> before = new ArrayList<>();
        history.forEach(sample -> before.addAll(early.add(sample)));
        before.addAll(early.advance(armed));
        assertThat(before).isEmpty();

        Vitals late = new Vitals(ZONE);
        history.forEach(late::add);
        late.advance(armed);
        states.forEach(state -> late.watch(state, armed));

        int told = 0;
        for (Sample sample : future) {
            List<Change> changes = early.add(sample);
            assertThat(late.add(sample)).as("%s", sample).containsExactlyInAnyOrderElementsOf(changes);
            told += changes.size();
        }
        assertThat(told).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void whatever_comes_in_time_goes_on_and_every_question_has_an_answer(long seed) {
        Random random = new Random(seed);
        Vitals vitals = new Vitals(ZONE);
        List<Health> states = new ArrayList<>();
        Instant at = BEGIN;
        for (int i = 0; i < 3000; i++) {
            at = at.plus(Duration.ofMinutes(random.nextInt(60)));
            Instant end = random.nextInt(5) == 0 ? at.minus(Duration.ofMinutes(random.nextInt(6000))) : at;
            vitals.add(sample(random, end, random.nextInt(10) == 0));
            if (random.nextInt(10) == 0) {
                states.add(state(random));
                vitals.watch(states.get(states.size() - 1), at);
            } else if (random.nextInt(15) == 0 && !states.isEmpty()) {
                vitals.unwatch(states.remove(random.nextInt(states.size())));
            }
            for (Instant next = vitals.next(); next != null && !next.isAfter(at); ) {
                vitals.advance(next);
                Instant after = vitals.next();
                assertThat(after == null || after.isAfter(next)).isTrue();
                next = after;
            }
            Health asked = state(random);
            Health any = new Health(asked.metric(), null, null, null, asked.over());
            Instant from = at.minus(Duration.ofMinutes(random.nextInt(5000)));
            for (Health of : List.of(asked, any)) {
                assertThat(vitals.holds(of, from).value()).isNotBlank();
                assertThat(vitals.holds(of, at).because())
                        .hasSizeLessThanOrEqualTo(3)
                        .doesNotHaveDuplicates();
                assertThat(vitals.count(of, from, at)).isNotNegative();
                assertThat(vitals.stretches(of, from, at))
                        .allMatch(stretch -> !stretch.end().isBefore(stretch.start()));
            }
            if (i % 50 == 0) {
                Instant since = from;
                assertThat(vitals.curve(asked.metric(), from, at))
                        .allMatch(point -> !point.minute().isBefore(since));
            }
        }
    }

    /** Tells the time as it is due, up to a moment, as an engine does between two samples. */
    private static List<Change> walk(Vitals vitals, Instant till) {
        List<Change> changes = new ArrayList<>();
        for (Instant next = vitals.next(); next != null && !next.isAfter(till); next = vitals.next()) {
            changes.addAll(vitals.advance(next));
        }
        return changes;
    }

    @Test
    void a_sample_that_ends_when_something_falls_due_comes_first() {
        Vitals vitals = new Vitals(ZoneId.of("UTC"));
        vitals.watch(new Health(Metric.WEIGHT, State.MISSING, null, Span.ofDays(1), null), BEGIN);
        vitals.watch(new Health(Metric.STEPS, State.BELOW, 1000.0, null, Over.DAY), BEGIN);
        Instant midnight = Instant.parse("2026-10-13T00:00:00Z");
        for (int i = 0; i < 5; i++) {
            Instant day = midnight.plus(Duration.ofDays(i));
            assertThat(walk(vitals, day)).isEmpty();
            assertThat(vitals.add(new Sample(Metric.WEIGHT, day, day, 80, "", "", false)))
                    .isEmpty();
            assertThat(vitals.add(new Sample(Metric.STEPS, day.minusSeconds(3600), day, 1000, "", "", false)))
                    .isEmpty();
        }
        Instant due = midnight.plus(Duration.ofDays(5));
        assertThat(walk(vitals, due.plusSeconds(1))).extracting(Change::at).containsExactly(due, due);
    }

    @Test
    void what_is_no_sound_sample_is_left_out() {
        Vitals vitals = new Vitals(ZONE);
        vitals.watch(new Health(Metric.HEART_RATE, State.ABOVE, 100.0, null, null), BEGIN);
        Instant at = BEGIN.plusSeconds(60);
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThat(vitals.add(new Sample(Metric.HEART_RATE, at, at, value, "a", "", false)))
                    .isEmpty();
        }
        vitals.add(new Sample(Metric.HEART_RATE, at.plusSeconds(1), at, 120, "a", "", false));
        vitals.add(new Sample(Metric.HEART_RATE, Instant.MAX, Instant.MAX, 120, "a", "", false));
        vitals.add(new Sample(Metric.STEPS, at.minusSeconds(60), at, -5, "a", "", false));
        assertThat(vitals.latest(Metric.HEART_RATE, Instant.MAX)).isNull();
        assertThat(vitals.latest(Metric.STEPS, Instant.MAX)).isNull();
    }

    @Test
    void a_hundred_thousand_values_that_lie_elsewhere_are_not_touched() {
        Vitals vitals = new Vitals(ZONE);
        for (int i = 0; i < 100_000; i++) {
            vitals.watch(new Health(Metric.HEART_RATE, State.ABOVE, 100 + i / 1000.0, null, null), BEGIN);
        }
        int told = 0;
        for (int i = 1; i <= 1000; i++) {
            Instant at = BEGIN.plusSeconds(i * 60L);
            told += vitals.add(new Sample(Metric.HEART_RATE, at, at, i == 500 ? 100.0105 : 60, "a", "", false))
                    .size();
        }
        assertThat(told).isEqualTo(11);
    }
}
