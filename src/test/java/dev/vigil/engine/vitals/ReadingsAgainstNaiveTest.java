package dev.vigil.engine.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.core.fact.Sample;
import dev.vigil.core.watch.Metric;
import dev.vigil.core.watch.Span;
import dev.vigil.core.watch.Trigger.Health;
import dev.vigil.core.watch.Trigger.State;
import dev.vigil.engine.vitals.Vitals.Change;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingsAgainstNaiveTest {
    private static final List<String> SPANS = List.of("", "PT2M", "PT5M", "PT20M", "PT6H", "P1D", "P2D", "P3D");

    private static List<Health> states(Metric metric, Random random, int count) {
        List<Health> states = new ArrayList<>();
        while (states.size() < count) {
            State is = List.of(State.ABOVE, State.BELOW, State.AT_LEAST, State.AT_MOST)
                    .get(random.nextInt(4));
            String span = SPANS.get(random.nextInt(SPANS.size()));
            Health state =
                    new Health(metric, is, 95.0 + random.nextInt(11), span.isEmpty() ? null : Span.parse(span), null);
            if (!states.contains(state)) {
                states.add(state);
            }
        }
        return states;
    }

    @ParameterizedTest
    @DisplayName("readings, late and double ones among them, begin the states that a slow reckoning finds")
    @CsvSource({
        // minutes between readings, how many, share that comes late, seed
        "1, 400, 0.0, 1", "1, 400, 0.1, 2", "1, 400, 0.3, 3", "3, 400, 0.2, 4", "10, 300, 0.2, 5",
        "240, 150, 0.0, 6", "240, 150, 0.1, 7", "720, 120, 0.1, 8", "1440, 90, 0.0, 9", "1440, 90, 0.1, 10",
    })
    void agree(int minutes, int count, double late, long seed) {
        for (int round = 0; round < 3; round++) {
            play(minutes, count, late, new Random(seed * 1000 + round));
        }
    }

    private static void play(int minutes, int count, double late, Random random) {
        ZoneId zone = ZoneId.of(
                List.of("Europe/London", "Pacific/Auckland", "America/New_York").get(random.nextInt(3)));
        Vitals vitals = new Vitals(zone);
        List<Health> states = states(Metric.STRESS, random, 12);
        Instant at = Instant.parse("2026-10-22T20:00:00Z");
        NaiveReadings naive = new NaiveReadings(zone, at);
        for (Health state : states) {
            vitals.watch(state, at);
        }
        double value = 100;
        int told = 0;
        List<Sample> seen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double choice = random.nextDouble();
            boolean isLate = choice < late && !seen.isEmpty();
            long seconds = Math.round(minutes * 60 * (0.5 + random.nextDouble()))
                    * (random.nextInt(20) == 0 ? 1 + random.nextInt(12) : 1);
            value += random.nextGaussian() * 2 + (100 - value) * 0.05;
            Instant end;
            if (isLate) {
                long back = Math.min(
                        (long) (minutes * 60 * 10 * random.nextDouble()),
                        Duration.ofHours(47).toSeconds());
                end = at.minusSeconds(back);
            } else {
                at = at.plusSeconds(seconds);
                end = at;
            }
            Sample sample = random.nextInt(20) == 0 && !seen.isEmpty() && !isLate
                    ? seen.get(seen.size() - 1)
                    : new Sample(Metric.STRESS, end, end, Math.rint(value), isLate ? "b" : "a", "", false);
            seen.add(sample);
            told += compare(vitals.add(sample), naive.add(sample, states), "reading " + i + ": " + sample);
            Sample gone = seen.get(Math.max(0, seen.size() - 1 - random.nextInt(12)));
            if (random.nextDouble() < late / 5 && gone.end().isAfter(at.minus(Duration.ofHours(47)))) {
                seen.removeIf(gone::equals);
                compare(
                        vitals.add(new Sample(gone.metric(), gone.start(), gone.end(), 0, gone.device(), "", true)),
                        naive.retract(gone, states),
                        "taken back: " + gone);
            }
            Health asked = states.get(random.nextInt(states.size()));
            Instant newest = vitals.latest(Metric.STRESS, at);
            if (newest == null) {
                continue;
            }
            assertThat(vitals.holds(asked, newest).holds())
                    .as("%s at %s", asked, newest)
                    .isEqualTo(naive.holds(asked, newest));
        }
        assertThat(told).isPositive();
    }

    private static int compare(List<Change> begun, List<String> expected, String what) {
        List<String> lines = begun.stream()
                .map(change -> change.at() + " " + change.state())
                .sorted()
                .toList();
        assertThat(lines).as(what).isEqualTo(expected);
        return lines.size();
    }
}
