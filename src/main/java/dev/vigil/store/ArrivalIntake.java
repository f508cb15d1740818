package dev.vigil.store;

import dev.vigil.core.fact.Arrival;
import dev.vigil.core.fact.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Stores the arrivals of a batch that are not stored yet, each in its table. */
final class ArrivalIntake {
    private static final int KEYS_A_QUERY = 1_000;

    private final SeriesNumbers numbers;
    private final ArrivalRows arrivals;
    private final SampleRows samples;

    ArrivalIntake(SeriesNumbers numbers, ArrivalRows arrivals, SampleRows samples) {
        this.numbers = numbers;
        this.arrivals = arrivals;
        this.samples = samples;
    }

    /** What a batch brings, encoded and sorted by table; of those with one id the first. */
    record Intake(List<Arrival> samples, List<ArrivalRows.Ready> others, Map<String, List<String>> keysByConnector) {}

    /** Runs before the transaction, and may number new series in one of its own. */
    Intake prepare(String person, List<Arrival> batch) {
        Map<String, Map<String, Arrival>> byConnector = new LinkedHashMap<>();
        Set<SeriesNumbers.Series> series = new HashSet<>();
        for (Arrival arrival : batch) {
            byConnector
                    .computeIfAbsent(arrival.connector(), name -> new LinkedHashMap<>())
                    .putIfAbsent(Keys.of(arrival.id()), arrival);
            if (SampleRows.takes(arrival)) {
                series.add(SeriesNumbers.Series.of(arrival.connector(), (Sample) arrival.fact()));
            }
        }
        if (!series.isEmpty()) {
            numbers.number(person, series);
        }
        Intake intake = new Intake(new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
        byConnector.forEach((connector, byKey) -> {
            intake.keysByConnector.put(connector, List.copyOf(byKey.keySet()));
            byKey.values().forEach(arrival -> {
                if (SampleRows.takes(arrival) && seriesOf(person, arrival) != null) {
                    intake.samples.add(arrival);
                } else {
                    intake.others.add(ArrivalRows.Ready.of(arrival));
                }
            });
        });
        return intake;
    }

    void store(Handle handle, PersonRow person, Intake intake) {
        Map<String, Set<String>> known = new HashMap<>();
        intake.keysByConnector.forEach(
                (connector, keys) -> known.put(connector, known(handle, person.person, connector, keys)));
        arrivals.insert(
                handle,
                person,
                intake.others.stream()
                        .filter(ready -> !known.get(ready.arrival().connector()).contains(ready.idKey()))
                        .toList());
        List<Arrival> fresh = intake.samples.stream()
                .filter(arrival -> !known.get(arrival.connector()).contains(arrival.id()))
                .toList();
        samples.insert(handle, person, withoutFolded(handle, person, fresh));
    }

    /** Of these keys of a connector, those that are stored in either table. */
    Set<String> known(Handle handle, String person, String connector, List<String> keys) {
        Set<String> known = new HashSet<>();
        for (int from = 0; from < keys.size(); from += KEYS_A_QUERY) {
            List<String> some = keys.subList(from, Math.min(keys.size(), from + KEYS_A_QUERY));
            known.addAll(arrivals.known(handle, person, connector, some));
            known.addAll(samples.known(handle, person, connector, some));
        }
        return known;
    }

    /** A sample of a minute that was folded into one is in there already: an export read anew must not count twice. */
    private List<Arrival> withoutFolded(Handle handle, PersonRow person, List<Arrival> fresh) {
        Map<String, Set<String>> minutes = fresh.stream()
                .filter(arrival -> mayBeFolded(person, arrival))
                .collect(Collectors.groupingBy(
                        Arrival::connector,
                        Collectors.mapping(
                                arrival -> minuteId(person.person, arrival),
                                Collectors.toCollection(LinkedHashSet::new))));
        if (minutes.isEmpty()) {
            return fresh;
        }
        Map<String, Set<String>> folded = minutes.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> known(handle, person.person, entry.getKey(), List.copyOf(entry.getValue()))));
        return fresh.stream()
                .filter(arrival -> !mayBeFolded(person, arrival)
                        || !folded.get(arrival.connector()).contains(minuteId(person.person, arrival)))
                .toList();
    }

    private static boolean mayBeFolded(PersonRow person, Arrival arrival) {
        Sample sample = (Sample) arrival.fact();
        return Micros.floor(arrival.at()) < person.foldedTill
                && !sample.retracted()
                && Minute.folds(sample.metric(), Micros.floor(sample.start()), Micros.floor(sample.end()));
    }

    private String minuteId(String person, Arrival arrival) {
        return Minute.id(seriesOf(person, arrival), Micros.floor(((Sample) arrival.fact()).start()));
    }

    private Integer seriesOf(String person, Arrival arrival) {
        return numbers.number(person, SeriesNumbers.Series.of(arrival.connector(), (Sample) arrival.fact()));
    }
}
