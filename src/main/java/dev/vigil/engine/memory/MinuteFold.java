package dev.vigil.engine.memory;

import dev.vigil.core.fact.Arrival;
import dev.vigil.core.fact.Sample;
import dev.vigil.core.watch.Metric;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Folds samples into one a minute, metric and device: readings into their mean, amounts that lie within the minute into
 * their sum. Nights, workouts and longer amounts stay as they are; a retracted sample goes with its retraction.
 */
final class MinuteFold {
    private record Slot(Metric metric, String device, Instant minute) {}

    private record Identity(Metric metric, Instant start, Instant end, String device) {
        static Identity of(Sample sample) {
            return new Identity(sample.metric(), sample.start(), sample.end(), sample.device());
        }
    }

    private MinuteFold() {}

    static List<Arrival> of(List<Arrival> arrivals) {
        Set<Identity> retracted = new HashSet<>();
        for (Arrival arrival : arrivals) {
            if (arrival.fact() instanceof Sample sample && sample.retracted()) {
                retracted.add(Identity.of(sample));
            }
        }
        List<Arrival> kept = new ArrayList<>();
        Map<Slot, List<Arrival>> minutes = new LinkedHashMap<>();
        for (Arrival arrival : arrivals) {
            if (!(arrival.fact() instanceof Sample sample)) {
                kept.add(arrival);
            } else if (retracted.contains(Identity.of(sample))) {
                continue;
            } else if (folds(sample)) {
                Slot slot = new Slot(sample.metric(), sample.device(), minute(sample.start()));
                minutes.computeIfAbsent(slot, any -> new ArrayList<>()).add(arrival);
            } else {
                kept.add(arrival);
            }
        }
        minutes.values().forEach(minute -> kept.add(fold(minute)));
        return kept;
    }

    private static boolean folds(Sample sample) {
        boolean oneMinute = minute(sample.start()).equals(minute(sample.end()));
        return oneMinute && sample.metric().shape() != Metric.Shape.NIGHT && sample.metric() != Metric.WORKOUT;
    }

    private static Instant minute(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES);
    }

    private static Arrival fold(List<Arrival> minute) {
        if (minute.size() == 1) {
            return minute.get(0);
        }
        Arrival first = minute.get(0);
        Arrival last = minute.get(minute.size() - 1);
        Sample sample = (Sample) last.fact();
        double sum = minute.stream()
                .mapToDouble(arrival -> ((Sample) arrival.fact()).value())
                .sum();
        double value = sample.metric().shape() == Metric.Shape.TOTAL ? sum : sum / minute.size();
        Instant start = sample.metric().shape() == Metric.Shape.TOTAL ? ((Sample) first.fact()).start() : sample.end();
        Sample folded = new Sample(sample.metric(), start, sample.end(), value, sample.device(), sample.label(), false);
        return new Arrival(last.connector(), last.id(), last.at(), folded);
    }
}
