package dev.vigil.store;

import dev.vigil.core.fact.Arrival;
import dev.vigil.core.fact.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Stores the arrivals of a batch that are not stored yet, each in its table. */
final class ArrivalIntake {
    private final SeriesNumbers numbers;
    private final ArrivalRows arrivals;
    private final SampleRows samples;

    ArrivalIntake(SeriesNumbers numbers, ArrivalRows arrivals, SampleRows samples) {
        this.numbers = numbers;
        this.arrivals = arrivals;
        this.samples = samples;
    }

    /**
     * Goes into one of the two tables.
     *
     * @param series of a sample that the small table takes; else null
     * @param whole the row for the table of whole facts; else null
     */
    private record Item(Arrival arrival, String key, Integer series, ArrivalRows.Ready whole) {}

    /** What a batch brings, encoded, by connector and in its order; of those with one id the first. */
    record Intake(List<Item> items) {}

    /** Runs before the transaction, and may number new series in one of its own. */
    Intake prepare(String person, List<Arrival> batch) {
        Set<SeriesNumbers.Series> wanted = batch.stream()
                .filter(SampleRows::takes)
                .map(arrival -> SeriesNumbers.Series.of(arrival.connector(), (Sample) arrival.fact()))
                .collect(Collectors.toSet());
        if (!wanted.isEmpty()) {
            numbers.number(person, wanted);
        }
        Map<String, Set<String>> keys = new HashMap<>();
        List<Item> items = new ArrayList<>();
        for (Arrival arrival : batch) {
            String key = Keys.of(arrival.id());
            if (keys.computeIfAbsent(arrival.connector(), name -> new HashSet<>())
                    .add(key)) {
                Integer series = seriesOf(person, arrival);
                items.add(new Item(arrival, key, series, series != null ? null : ArrivalRows.Ready.of(arrival, key)));
            }
        }
        return new Intake(items);
    }

    void store(Handle handle, PersonRow person, Intake intake) {
        Map<String, Set<String>> known = new HashMap<>();
        byConnector(intake.items)
                .forEach((connector, items) -> known.put(connector, keysOf(handle, person.person, connector, items)));
        Set<String> folded = foldedMinutes(handle, person, intake.items);
        List<ArrivalRows.Numbered> whole = new ArrayList<>();
        List<SampleRows.SampleRow> small = new ArrayList<>();
        for (Item item : intake.items) {
            if (known.get(item.arrival.connector()).contains(item.key)) {
                continue;
            }
            if (item.whole != null) {
                whole.add(new ArrivalRows.Numbered(person.nextSeq(), item.whole));
            } else if (!mayBeFolded(person, item.arrival)
                    || !folded.contains(minuteOf(item).id())) {
                small.add(samples.row(person.nextSeq(), item.series, item.arrival));
            }
        }
        arrivals.insert(handle, person.person, whole);
        samples.insert(handle, person.person, small);
    }

    private static Map<String, List<Item>> byConnector(List<Item> items) {
        return items.stream().collect(Collectors.groupingBy(item -> item.arrival.connector()));
    }

    private Set<String> keysOf(Handle handle, String person, String connector, List<Item> items) {
        return known(
                handle,
                person,
                connector,
                items.stream().map(item -> soughtAt(item.key, item.arrival)).toList());
    }

    static SampleRows.Sought soughtAt(String key, Arrival arrival) {
        long at = Micros.floor(arrival.at());
        return new SampleRows.Sought(key, at, at);
    }

    /** Of these keys of a connector, those that are stored in either table. */
    Set<String> known(Handle handle, String person, String connector, List<SampleRows.Sought> sought) {
        Set<String> known = new HashSet<>();
        for (List<SampleRows.Sought> part : Parts.of(sought)) {
            known.addAll(arrivals.known(
                    handle,
                    person,
                    connector,
                    part.stream().map(SampleRows.Sought::id).toList()));
            known.addAll(samples.known(handle, person, connector, part));
        }
        return known;
    }

    /** The same when it is not known when they arrived. */
    Set<String> knownAnyTime(Handle handle, String person, String connector, Set<String> keys) {
        Set<String> known = new HashSet<>(samples.knownAnyTime(handle, person, connector, keys));
        Parts.of(List.copyOf(keys)).forEach(part -> known.addAll(arrivals.known(handle, person, connector, part)));
        return known;
    }

    /**
     * The minutes of these samples that were folded into one: a sample of such a minute is in there already, and an
     * export read anew must not count twice.
     */
    private Set<String> foldedMinutes(Handle handle, PersonRow person, List<Item> items) {
        List<Item> old = items.stream()
                .filter(item -> item.whole == null && mayBeFolded(person, item.arrival))
                .toList();
        Set<String> folded = new HashSet<>();
        byConnector(old).forEach((connector, some) -> {
            List<SampleRows.Sought> minutes =
                    some.stream().map(ArrivalIntake::minuteOf).distinct().toList();
            Parts.of(minutes).forEach(part -> folded.addAll(samples.known(handle, person.person, connector, part)));
        });
        return folded;
    }

    private static boolean mayBeFolded(PersonRow person, Arrival arrival) {
        Sample sample = (Sample) arrival.fact();
        return Micros.floor(arrival.at()) < person.foldedTill
                && !sample.retracted()
                && Minute.folds(sample.metric(), Micros.floor(sample.start()), Micros.floor(sample.end()));
    }

    private static SampleRows.Sought minuteOf(Item item) {
        Sample sample = (Sample) item.arrival.fact();
        return Minute.sought(item.series, Micros.floor(sample.start()));
    }

    /** @return null for what the small table does not take */
    private Integer seriesOf(String person, Arrival arrival) {
        return SampleRows.takes(arrival)
                ? numbers.number(person, SeriesNumbers.Series.of(arrival.connector(), (Sample) arrival.fact()))
                : null;
    }
}
