package dev.vigil.engine.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.core.fact.Sample;
import dev.vigil.core.watch.Metric;
import dev.vigil.core.watch.Trigger.Health;
import dev.vigil.core.watch.Trigger.Over;
import dev.vigil.core.watch.Trigger.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Totals of spans on whole minutes against sums minute by minute. */
class TotalsAgainstNaiveTest {
    private static final List<String> DEVICES = List.of("phone", "watch", "ring");

    private final List<Sample> samples = new ArrayList<>();
    private final Map<String, Double> highest = new HashMap<>();
    private ZoneId zone;

    /** The largest device's amount, minute by minute. */
    private double total(Instant from, Instant till, Instant known) {
        Map<Instant, Map<String, Double>> minutes = new TreeMap<>();
        for (Sample sample : new HashSet<>(samples)) {
            long length = Duration.between(sample.start(), sample.end()).toMinutes();
            for (int i = 0; i < length && !sample.end().isAfter(known); i++) {
                Instant minute = sample.start().plus(Duration.ofMinutes(i));
                if (!minute.isBefore(from) && minute.isBefore(till)) {
                    minutes.computeIfAbsent(minute, m -> new HashMap<>())
                            .merge(sample.device(), sample.value() / length, Double::sum);
                }
            }
        }
        double sum = 0;
        for (Map<String, Double> devices : minutes.values()) {
            sum += devices.values().stream().mapToDouble(x -> x).max().orElse(0);
        }
        return Math.rint(sum * 1e6) / 1e6;
    }

    private LocalDate first(Instant at, Over over) {
        LocalDate date = at.atZone(zone).toLocalDate();
        return switch (over) {
            case DAY -> date;
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
            case MONTH -> date.withDayOfMonth(1);
        };
    }

    private static LocalDate end(LocalDate first, Over over) {
        return over == Over.DAY ? first.plusDays(1) : over == Over.WEEK ? first.plusDays(7) : first.plusMonths(1);
    }

    private double period(LocalDate first, Over over, Instant known) {
        return total(
                first.atStartOfDay(zone).toInstant(),
                end(first, over).atStartOfDay(zone).toInstant(),
                known);
    }

    /** Which totals first reach a value with this sample. */
    private Set<String> reached(Sample sample, List<Health> states) {
        Set<String> begun = new HashSet<>();
        for (Over over : Over.values()) {
            Set<LocalDate> periods = new HashSet<>(
                    List.of(first(sample.start(), over), first(sample.end().minusSeconds(1), over)));
            for (LocalDate first : periods) {
                double before = highest.getOrDefault(over + " " + first, 0.0);
                double now = Math.max(before, period(first, over, Instant.MAX));
                highest.put(over + " " + first, now);
                for (Health state : states) {
                    boolean counts =
                            state.over() == over && (state.is() == State.ABOVE || state.is() == State.AT_LEAST);
                    if (counts
                            && !Watched.meets(state.is(), state.value(), before)
                            && Watched.meets(state.is(), state.value(), now)) {
                        begun.add(sample.end() + " " + state);
                    }
                }
            }
        }
        return begun;
    }

    /** Which totals turn out too small at the ends of periods within the span. */
    private Set<String> closed(Instant from, Instant till, List<Health> states) {
        Set<String> begun = new HashSet<>();
        for (Health state : states) {
            LocalDate first = first(from, state.over());
            for (; ; first = end(first, state.over())) {
                Instant end = end(first, state.over()).atStartOfDay(zone).toInstant();
                if (!end.isBefore(till)) {
                    break;
                }
                boolean counts = state.is() == State.BELOW || state.is() == State.AT_MOST;
                if (counts
                        && !end.isBefore(from)
                        && Watched.meets(state.is(), state.value(), period(first, state.over(), Instant.MAX))) {
                    begun.add(end + " " + state);
                }
            }
        }
        return begun;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    @DisplayName("totals of several devices, across midnight and clock changes, are those of a slow reckoning")
    void agree(long seed) {
        Random random = new Random(seed);
        zone = ZoneId.of(
                List.of("Europe/London", "Pacific/Auckland", "America/New_York").get((int) (seed % 3)));
        Vitals vitals = new Vitals(zone);
        Instant since = Instant.parse(seed % 2 == 0 ? "2026-10-22T20:00:00Z" : "2026-03-05T20:00:00Z");
        List<Health> states = new ArrayList<>();
        for (State is : List.of(State.ABOVE, State.AT_LEAST, State.BELOW, State.AT_MOST)) {
            states.add(new Health(Metric.STEPS, is, 4000.0, null, Over.DAY));
            states.add(new Health(Metric.STEPS, is, 20_000.0, null, Over.WEEK));
            states.add(new Health(Metric.STEPS, is, 60_000.0, null, Over.MONTH));
        }
        states.forEach(state -> vitals.watch(state, since));
        Instant at = since;
        int told = 0;
        for (int i = 0; i < 150; i++) {
            Instant before = at;
            at = at.plus(Duration.ofMinutes(1 + random.nextInt(300)));
            Instant end = i > 3 && random.nextInt(8) == 0 ? before.minus(Duration.ofMinutes(random.nextInt(600))) : at;
            at = end.isAfter(before) ? end : before;
            Sample sample = new Sample(
                    Metric.STEPS,
                    end.minus(Duration.ofMinutes(1 + random.nextInt(120))),
                    end,
                    random.nextInt(1200),
                    DEVICES.get(random.nextInt(3)),
                    "",
                    false);
            Set<String> expected = samples.isEmpty() ? new HashSet<>() : closed(before, at, states);
            samples.add(sample);
            expected.addAll(reached(sample, states));
            Set<String> begun = new HashSet<>();
            vitals.add(sample).forEach(change -> begun.add(change.at() + " " + change.state()));
            assertThat(begun).as("%d: %s", i, sample).isEqualTo(expected);
            told += begun.size();
            if (random.nextInt(15) == 0) {
                Sample gone = samples.remove(random.nextInt(samples.size()));
                vitals.add(new Sample(gone.metric(), gone.start(), gone.end(), 0, gone.device(), "", true));
            }
            for (Over over : Over.values()) {
                Instant asked = at.minus(Duration.ofMinutes(random.nextInt(200)));
                double total =
                        total(first(asked, over).atStartOfDay(zone).toInstant(), asked.plus(Duration.ofDays(1)), asked);
                String value = vitals.holds(new Health(Metric.STEPS, State.ABOVE, 0.0, null, over), asked)
                        .value();
                assertThat(value).startsWith(Words.amount(Metric.STEPS, total));
            }
        }
        assertThat(told).isPositive();
    }
}
