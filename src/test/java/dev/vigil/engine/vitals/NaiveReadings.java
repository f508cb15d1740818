package dev.vigil.engine.vitals;

import dev.vigil.core.fact.Sample;
import dev.vigil.core.watch.Trigger.Health;
import dev.vigil.core.watch.Trigger.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** States of readings, worked out from the start each time, without a thought for speed. */
final class NaiveReadings {
    record Episode(Instant from, Instant till) {}

    private final ZoneId zone;
    private final List<Sample> samples = new ArrayList<>();
    private final Map<Health, Set<Instant>> told = new HashMap<>();

    private final Instant since;

    NaiveReadings(ZoneId zone, Instant since) {
        this.zone = zone;
        this.since = since;
    }

    /** The states that begin with this sample, as {@code at state}. */
    List<String> add(Sample sample, List<Health> watched) {
        if (!samples.contains(sample)) {
            samples.add(sample);
            samples.sort(Comparator.comparing(Sample::end));
        }
        return begun(watched);
    }

    /** The states that begin because a sample no longer counts; those without a span do not. */
    List<String> retract(Sample sample, List<Health> watched) {
        samples.remove(sample);
        begun(watched.stream().filter(state -> state.lasting() == null).toList());
        return begun(watched.stream().filter(state -> state.lasting() != null).toList());
    }

    private List<String> begun(List<Health> watched) {
        List<String> begun = new ArrayList<>();
        for (Health state : watched) {
            Set<Instant> known = told.computeIfAbsent(state, s -> new HashSet<>());
            for (Episode episode : episodes(state, samples)) {
                boolean isKnown = known.stream()
                        .anyMatch(
                                at -> at.equals(episode.from) || at.isAfter(episode.from) && at.isBefore(episode.till));
                if (!isKnown && episode.from.isAfter(since)) {
                    begun.add(episode.from + " " + state);
                }
                known.add(episode.from);
            }
        }
        return begun.stream().sorted().toList();
    }

    boolean holds(Health state, Instant at) {
        List<Sample> known =
                samples.stream().filter(sample -> !sample.end().isAfter(at)).toList();
        List<Episode> episodes = episodes(state, known);
        return !episodes.isEmpty() && episodes.get(episodes.size() - 1).till.equals(Instant.MAX);
    }

    private List<Episode> episodes(Health state, List<Sample> readings) {
        List<Episode> episodes = new ArrayList<>();
        int run = -1;
        Instant begun = null;
        for (int i = 0; i < readings.size(); i++) {
            boolean meets = meets(state, readings.get(i).value());
            boolean broken = state.lasting() != null && i > 0 && isBroken(state, readings, i);
            if (begun != null && (!meets || broken)) {
                episodes.add(new Episode(
                        begun,
                        meets ? readings.get(i - 1).end() : readings.get(i).end()));
                begun = null;
            }
            run = !meets ? -1 : run < 0 || broken ? i : run;
            if (begun == null && run >= 0 && lasted(state, readings, run, i)) {
                begun = readings.get(i).end();
            }
        }
        if (begun != null) {
            episodes.add(new Episode(begun, Instant.MAX));
        }
        return episodes;
    }

    private static boolean meets(Health state, double value) {
        return state.is() == State.ABOVE
                ? value > state.value()
                : state.is() == State.BELOW
                        ? value < state.value()
                        : state.is() == State.AT_LEAST ? value >= state.value() : value <= state.value();
    }

    private boolean isBroken(Health state, List<Sample> readings, int i) {
        Duration gap = gap(readings, i);
        List<Duration> recent = new ArrayList<>();
        for (int j = Math.max(1, i - 10); j < i; j++) {
            recent.add(gap(readings, j));
        }
        recent.sort(Comparator.naturalOrder());
        Duration allowed = Duration.ofMinutes(5);
        if (!recent.isEmpty()) {
            int n = recent.size();
            Duration median = recent.get(n / 2).plus(recent.get((n - 1) / 2)).dividedBy(2);
            allowed = median.multipliedBy(3).compareTo(allowed) > 0 ? median.multipliedBy(3) : allowed;
        }
        if (gap.compareTo(allowed) <= 0) {
            return false;
        }
        boolean nextDay = !date(readings, i).isAfter(date(readings, i - 1).plusDays(1));
        return !(state.lasting().isWholeDays() && isSparse(readings, i) && nextDay);
    }

    private static boolean isSparse(List<Sample> readings, int i) {
        int all = 0;
        int longOnes = 0;
        for (int j = Math.max(1, i - 9); j <= i; j++) {
            all++;
            longOnes += gap(readings, j).compareTo(Duration.ofHours(6)) >= 0 ? 1 : 0;
        }
        return longOnes * 5 >= all;
    }

    private boolean lasted(Health state, List<Sample> readings, int run, int i) {
        if (state.lasting() == null) {
            return true;
        }
        Instant due =
                state.lasting().after(readings.get(run).end().atZone(zone)).toInstant();
        if (!readings.get(i).end().isBefore(due)) {
            return true;
        }
        return state.lasting().isWholeDays()
                && isSparse(readings, i)
                && datesRunning(readings, run, i) >= state.lasting().days();
    }

    /** How many dates running, up to the reading's, all of whose readings belong to the run. */
    private int datesRunning(List<Sample> readings, int run, int i) {
        int dates = 0;
        LocalDate date = date(readings, i);
        for (int j = i; j >= run; j--) {
            LocalDate at = date(readings, j);
            if (at.isBefore(date)) {
                return dates;
            }
            boolean firstOfDate = j == 0 || date(readings, j - 1).isBefore(at);
            if (firstOfDate) {
                dates++;
                date = at.minusDays(1);
            }
        }
        return dates;
    }

    private LocalDate date(List<Sample> readings, int i) {
        return readings.get(i).end().atZone(zone).toLocalDate();
    }

    private static Duration gap(List<Sample> readings, int i) {
        return Duration.between(readings.get(i - 1).end(), readings.get(i).end());
    }
}
