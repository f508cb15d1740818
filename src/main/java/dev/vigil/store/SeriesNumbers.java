package dev.vigil.store;

import dev.vigil.core.fact.Sample;
import dev.vigil.core.watch.Metric;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/** Numbers for what many samples have in common, kept in memory beside their table: a series never changes. */
final class SeriesNumbers {
    /** Beyond so many a person, samples are stored whole: a file with a made-up device in every line must not fill the memory. */
    static final int MOST = 10_000;

    private final Database database;
    private final Map<String, Known> persons = new ConcurrentHashMap<>(); // a Known is not changed once it is in here

    SeriesNumbers(Database database) {
        this.database = database;
    }

    record Series(String connector, Metric metric, String device, String label) {
        static Series of(String connector, Sample sample) {
            return new Series(connector, sample.metric(), sample.device(), sample.label());
        }
    }

    /** Numbers all of them that are new, in a transaction of its own, as far as {@link #MOST} allows. */
    void number(String person, Collection<Series> wanted) {
        Known known = known(person);
        if (known.numbers.keySet().containsAll(wanted) || known.full) {
            return;
        }
        Known fresh = database.write(person, (handle, row) -> {
            Known stored = load(handle, person);
            for (Series series : wanted) {
                if (!stored.numbers.containsKey(series) && row.lastSeries < MOST) {
                    stored.add(series, ++row.lastSeries);
                    insert(handle, person, series, row.lastSeries);
                }
            }
            row.save(handle);
            stored.full = row.lastSeries >= MOST;
            return stored;
        });
        persons.put(person, fresh);
    }

    /** @return null if it has none */
    Integer number(String person, Series series) {
        return known(person).numbers.get(series);
    }

    boolean hasAny(String person, String connector) {
        return known(person).numbers.keySet().stream()
                .anyMatch(series -> series.connector().equals(connector));
    }

    Series series(String person, int number) {
        Series series = known(person).series.get(number);
        if (series == null) {
            // Another process numbered it since.
            persons.remove(person);
            series = known(person).series.get(number);
        }
        return series;
    }

    private Known known(String person) {
        Known known = persons.get(person);
        if (known == null) {
            known = database.read(handle -> load(handle, person));
            persons.put(person, known);
        }
        return known;
    }

    private static Known load(Handle handle, String person) {
        Known known = new Known();
        handle.createQuery("SELECT series, connector, metric, device, label FROM sample_series WHERE person = :person")
                .bind("person", person)
                .map((columns, context) -> {
                    Row row = new Row(columns);
                    known.add(
                            new Series(
                                    row.text("connector"),
                                    Metric.valueOf(row.text("metric")),
                                    row.text("device"),
                                    row.text("label")),
                            row.number("series"));
                    return row;
                })
                .list();
        return known;
    }

    private static void insert(Handle handle, String person, Series series, int number) {
        handle.createUpdate("""
                        INSERT INTO sample_series (person, series, connector, metric, device, label)
                        VALUES (:person, :series, :connector, :metric, :device, :label)""")
                .bind("person", person)
                .bind("series", number)
                .bind("connector", series.connector())
                .bind("metric", series.metric().name())
                .bind("device", series.device())
                .bind("label", series.label())
                .execute();
    }

    private static final class Known {
        final Map<Series, Integer> numbers = new HashMap<>();
        final Map<Integer, Series> series = new HashMap<>();
        boolean full;

        void add(Series one, int number) {
            numbers.put(one, number);
            series.put(number, one);
        }
    }
}
