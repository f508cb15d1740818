package dev.vigil.store;

import dev.vigil.core.run.Verdict;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Of the events that a watch did not fire at, the nearest of each day: the one with the fewest failed conditions. */
final class NearMissRows {
    private final WatchRows watches;

    NearMissRows(WatchRows watches) {
        this.watches = watches;
    }

    private record Place(int watch, long day) {}

    /** A later miss takes the place of an earlier one only if it was nearer. */
    void keepNearest(Handle handle, String person, List<Verdict> misses) {
        if (misses.isEmpty()) {
            return;
        }
        Map<Integer, ZoneId> zones = watches.zones(
                handle, person, misses.stream().map(Verdict::watch).collect(Collectors.toSet()));
        Map<Place, Verdict> nearest = new LinkedHashMap<>();
        for (Verdict miss : misses) {
            nearest.merge(place(miss, zones), miss, (old, now) -> now.failed() < old.failed() ? now : old);
        }
        Map<Place, Long> stored = stored(handle, person, nearest.keySet());
        nearest.entrySet()
                .removeIf(entry -> stored.containsKey(entry.getKey())
                        && stored.get(entry.getKey()) <= entry.getValue().failed());
        delete(
                handle,
                person,
                nearest.keySet().stream().filter(stored::containsKey).toList());
        insert(handle, person, nearest);
    }

    private static Place place(Verdict miss, Map<Integer, ZoneId> zones) {
        ZoneId zone = zones.getOrDefault(miss.watch(), ZoneOffset.UTC);
        return new Place(miss.watch(), LocalDate.ofInstant(miss.at(), zone).toEpochDay());
    }

    private static Map<Place, Long> stored(Handle handle, String person, java.util.Set<Place> places) {
        Map<Place, Long> stored = new HashMap<>();
        handle.createQuery("""
                        SELECT m.watch, m.epoch_day, m.failed FROM UNNEST(:watches) AS missed (watch)
                        JOIN near_miss m ON m.person = :person AND m.watch = missed.watch
                        AND m.epoch_day >= :first AND m.epoch_day <= :last""")
                .bind("person", person)
                .bindArray(
                        "watches",
                        Integer.class,
                        places.stream().map(Place::watch).distinct().toList())
                .bind("first", places.stream().mapToLong(Place::day).min().orElseThrow())
                .bind("last", places.stream().mapToLong(Place::day).max().orElseThrow())
                .map((columns, context) ->
                        stored.put(new Place(columns.getInt(1), columns.getLong(2)), columns.getLong(3)))
                .list();
        return stored;
    }

    private static void delete(Handle handle, String person, List<Place> places) {
        if (places.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(
                "DELETE FROM near_miss WHERE person = :person AND watch = :watch AND epoch_day = :day");
        places.forEach(place -> batch.bind("person", person)
                .bind("watch", place.watch)
                .bind("day", place.day)
                .add());
        batch.execute();
    }

    private static void insert(Handle handle, String person, Map<Place, Verdict> misses) {
        if (misses.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO near_miss (person, watch, epoch_day, failed, trigger_no, event, judged, conditions)
                VALUES (:person, :watch, :day, :failed, :trigger, :event, :judged, :conditions)""");
        misses.forEach((place, miss) -> batch.bind("person", person)
                .bind("watch", place.watch)
                .bind("day", place.day)
                .bind("failed", miss.failed())
                .bind("trigger", miss.trigger())
                .bind("event", miss.event())
                .bind("judged", Micros.floor(miss.at()))
                .bind("conditions", Json.write(miss.conditions()))
                .add());
        batch.execute();
    }

    /** Newest first. */
    List<Verdict> newest(Handle handle, String person, int watch, int max) {
        return handle.createQuery("""
                        SELECT watch, trigger_no, event, judged, conditions FROM near_miss
                        WHERE person = :person AND watch = :watch
                        ORDER BY person DESC, watch DESC, epoch_day DESC FETCH FIRST :max ROWS ONLY""")
                .bind("person", person)
                .bind("watch", watch)
                .bind("max", max)
                .map((columns, context) -> VerdictRows.read(person, new Row(columns), false))
                .list();
    }

    void forget(Handle handle, String person, long before) {
        handle.createUpdate("DELETE FROM near_miss WHERE person = :person AND judged < :before")
                .bind("person", person)
                .bind("before", before)
                .execute();
    }
}
