package dev.vigil.engine.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RanksTest {
    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    @Test
    void the_median_and_the_median_deviation_are_those_of_all_numbers_together() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            Ranks ranks = new Ranks();
            double[] all = {};
            int runs = 1 + random.nextInt(30);
            for (int i = 0; i < runs; i++) {
                double step = random.nextBoolean() ? 1 : 0.25;
                double[] run = random.doubles(random.nextInt(40))
                        .map(x -> Math.rint(40 + 60 * x) * step)
                        .sorted()
                        .toArray();
                ranks.add(run);
                all = DoubleStream.concat(Arrays.stream(all), Arrays.stream(run))
                        .toArray();
            }
            if (all.length == 0) {
                assertThat(ranks.median()).isNaN();
                continue;
            }
            double median = median(all);
            double[] distances =
                    Arrays.stream(all).map(x -> Math.abs(x - median)).toArray();
            assertThat(ranks.median()).isEqualTo(median);
            assertThat(ranks.around(median).median()).isEqualTo(median(distances));
        }
    }

    @Test
    void a_baseline_leaves_a_tenth_where_the_numbers_hardly_differ() {
        Baseline usual = Baseline.of(new double[] {60, 60, 61, 60}, 4);
        assertThat(usual.above(66)).isZero();
        assertThat(usual.above(66.5)).isPositive();
        assertThat(usual.below(53)).isPositive();
        assertThat(Baseline.of(new double[] {50, 60, 70, 80}, 4).above(95)).isZero();
    }

    @Test
    void a_baseline_of_two_days_says_nothing() {
        assertThat(Baseline.of(new double[] {60, 60}, 2).above(200)).isNaN();
        assertThat(Baseline.of(new double[0], 0).below(0)).isNaN();
    }
}
