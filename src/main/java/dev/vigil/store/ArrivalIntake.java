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

    /** @param whole the row for the table of whole facts; null for a sample that the small table takes */
    private record Item(Arrival arrival, String key, ArrivalRows.Ready whole) {}

    /** What a batch brings, encoded, in its order; of those with one id the first. */
    record Intake(List<Item> items, Map<String, List<String>> keysByConnector) {}

    /** Runs before the transaction, and may number new series in one of its own. */
    Intake prepare(String person, List<Arrival> batch) {
        Set<SeriesNumbers.Series> series = batch.stream()
                .filter(SampleRows::takes)
                .map(arrival -> SeriesNumbers.Series.of(arrival.connector(), (Sample) arrival.fact()))
                .collect(Collectors.toSet());
        if (!series.isEmpty()) {
            numbers.number(person, series);
        }
        Map<String, Set<String>> keys = new LinkedHashMap<>();
        List<Item> items = new ArrayList<>();
        for (Arrival arrival : batch) {
            String key = Keys.of(arrival.id());
            if (keys.computeIfAbsent(arrival.connector(), name -> new LinkedHashSet<>())
                    .add(key)) {
                boolean small = SampleRows.takes(arrival) && seriesOf(person, arrival) != null;
                items.add(new Item(arrival, key, small ? null : ArrivalRows.Ready.of(arrival, key)));
            }
        }
        Map<String, List<String>> lists = new LinkedHashMap<>();
        keys.forEach((connector, set) -> lists.put(connector, List.copyOf(set)));
        return new Intake(items, lists);
    }

    void store(Handle handle, PersonRow person, Intake intake) {
        Map<String, Set<String>> known = new HashMap<>();
        intake.keysByConnector.forEach(
                (connector, keys) -> known.put(connector, known(handle, person.person, connector, keys)));
        List<ArrivalRows.Numbered> whole = new ArrayList<>();
        List<SampleRows.SampleRow> small = new ArrayList<>();
        Set<String> folded = foldedMinutes(handle, person, intake.items);
        for (Item item : intake.items) {
            if (known.get(item.arrival.connector()).contains(item.key)) {
                continue;
            }
            if (item.whole != null) {
                whole.add(new ArrivalRows.Numbered(person.nextSeq(), item.whole));
            } else if (!mayBeFolded(person, item.arrival) || !folded.contains(minuteId(person.person, item.arrival))) {
                small.add(samples.row(person.nextSeq(), seriesOf(person.person, item.arrival), item.arrival));
            }
        }
        arrivals.insert(handle, person.person, whole);
        samples.insert(handle, person.person, small);
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

    /**
     * The minutes of these samples that were folded into one: a sample of such a minute is in there already, and an
     * export read anew must not count twice.
     */
    private Set<String> foldedMinutes(Handle handle, PersonRow person, List<Item> items) {
        Map<String, Set<String>> minutes = new HashMap<>();
        for (Item item : items) {
            if (item.whole == null && mayBeFolded(person, item.arrival)) {
                minutes.computeIfAbsent(item.arrival.connector(), name -> new LinkedHashSet<>())
                        .add(minuteId(person.person, item.arrival));
            }
        }
        Set<String> folded = new HashSet<>();
        minutes.forEach((connector, ids) -> folded.addAll(known(handle, person.person, connector, List.copyOf(ids))));
        return folded;
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
