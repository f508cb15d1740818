package dev.vigil.store;

import dev.vigil.core.fact.Arrival;
import dev.vigil.core.fact.Sample;
import dev.vigil.core.watch.Metric;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** Health samples in a table of their own: there are millions of them, and they are small and alike. */
final class SampleRows {
    private static final int ROWS_A_BATCH = 1_000;
    private static final int LONGEST_NAME = 200;

    private final SeriesNumbers numbers;

    SampleRows(SeriesNumbers numbers) {
        this.numbers = numbers;
    }

    /** One row, its person apart. */
    record SampleRow(
            long seq,
            String connector,
            String id,
            int series,
            long starts,
            long arrived,
            double value,
            boolean retracted) {}

    /** Whether the row gives back exactly this arrival; others are stored whole. */
    static boolean takes(Arrival arrival) {
        return arrival.fact() instanceof Sample sample
                && sample.metric() != Metric.WORKOUT
                && sample.end().equals(arrival.at())
                && Micros.exact(sample.start())
                && Micros.exact(sample.end())
                && Keys.fits(arrival.id())
                && isShort(arrival.connector())
                && isShort(sample.device())
                && isShort(sample.label());
    }

    private static boolean isShort(String name) {
        return name.length() <= LONGEST_NAME;
    }

    SampleRow row(long seq, int series, Arrival arrival) {
        Sample sample = (Sample) arrival.fact();
        return new SampleRow(
                seq,
                arrival.connector(),
                arrival.id(),
                series,
                Micros.floor(sample.start()),
                Micros.floor(sample.end()),
                sample.value(),
                sample.retracted());
    }

    /** Plain JDBC: Jdbi's binding by name would cost more than the rows themselves. */
    void insert(Handle handle, String person, List<SampleRow> rows) {
        try (PreparedStatement insert = handle.getConnection().prepareStatement("""
                        INSERT INTO sample (person, seq, connector, id, series, starts, arrived, amount, retracted)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            int waiting = 0;
            for (SampleRow row : rows) {
                insert.setString(1, person);
                insert.setLong(2, row.seq());
                insert.setString(3, StoredText.encode(row.connector()));
                insert.setString(4, row.id());
                insert.setInt(5, row.series());
                insert.setLong(6, row.starts());
                insert.setLong(7, row.arrived());
                insert.setDouble(8, row.value());
                insert.setBoolean(9, row.retracted());
                insert.addBatch();
                if (++waiting == ROWS_A_BATCH) {
                    insert.executeBatch();
                    waiting = 0;
                }
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new org.jdbi.v3.core.statement.UnableToExecuteStatementException(e, null);
        }
    }

    /** A sample's id, and moments (inclusive, in microseconds) between which it arrived. */
    record Sought(String id, long from, long till) {}

    /** Of these samples, the ids of those that are stored. */
    Set<String> known(Handle handle, String person, String connector, List<Sought> sought) {
        return new HashSet<>(handle.createQuery("""
                        SELECT s.id FROM UNNEST(:ids, :froms, :tills) AS sought (id, earliest, latest)
                        JOIN sample s ON s.person = :person AND s.arrived >= sought.earliest
                        AND s.arrived <= sought.latest AND s.id = sought.id AND s.connector = :connector""")
                .bindArray("ids", String.class, sought.stream().map(Sought::id).toList())
                .bindArray(
                        "froms", Long.class, sought.stream().map(Sought::from).toList())
                .bindArray(
                        "tills", Long.class, sought.stream().map(Sought::till).toList())
                .bind("person", person)
                .bind("connector", connector)
                .mapTo(String.class)
                .list());
    }

    /** Of these ids, those that are stored; without their moments all samples of the connector must be gone through. */
    Set<String> knownAnyTime(Handle handle, String person, String connector, Set<String> ids) {
        Set<String> known = new HashSet<>();
        if (!numbers.hasAny(person, connector)) {
            return known;
        }
        Slice slice = new Slice(person, connector, Long.MIN_VALUE, 0, Long.MAX_VALUE, Long.MAX_VALUE);
        List<SampleRow> page;
        do {
            page = rows(handle, slice);
            for (SampleRow row : page) {
                if (ids.contains(row.id())) {
                    known.add(row.id());
                }
                slice = new Slice(person, connector, row.arrived(), row.seq(), Long.MAX_VALUE, Long.MAX_VALUE);
            }
        } while (page.size() == Slice.ROWS && known.size() < ids.size());
        return known;
    }

    void delete(Handle handle, String person, List<SampleRow> rows) {
        PreparedBatch batch = handle.prepareBatch("""
                DELETE FROM sample
                WHERE person = :person AND arrived = :arrived AND id = :id AND connector = :connector""");
        for (SampleRow row : rows) {
            batch.bind("person", person)
                    .bind("arrived", row.arrived())
                    .bind("id", row.id())
                    .bind("connector", row.connector())
                    .add();
        }
        batch.execute();
    }

    List<SampleRow> rows(Handle handle, Slice slice) {
        Query query = handle.createQuery(
                """
                SELECT seq, connector, id, series, starts, arrived, amount, retracted FROM sample
                WHERE person = :person %s AND arrived >= :at AND arrived <= :till
                AND (arrived > :at OR seq > :seq) AND seq <= :lastSeq
                ORDER BY person, arrived, seq FETCH FIRST %d ROWS ONLY""".formatted(slice.connector() == null ? "" : "AND connector = :connector", Slice.ROWS));
        if (slice.connector() != null) {
            query.bind("connector", slice.connector());
        }
        return query.bind("person", slice.person())
                .bind("at", slice.at())
                .bind("seq", slice.seq())
                .bind("till", slice.till())
                .bind("lastSeq", slice.lastSeq())
                .map((columns, context) -> read(new Row(columns)))
                .list();
    }

    List<Stored> page(Handle handle, Slice slice) {
        return rows(handle, slice).stream()
                .map(row -> stored(slice.person(), row))
                .toList();
    }

    /** Samples of the metric that end at this moment. */
    List<Stored> endingAt(Handle handle, String person, Metric metric, Instant end) {
        return handle.createQuery("""
                        SELECT s.seq, s.connector, s.id, s.series, s.starts, s.arrived, s.amount, s.retracted FROM sample s
                        JOIN sample_series n ON n.person = s.person AND n.series = s.series
                        WHERE s.person = :person AND s.arrived = :end AND n.metric = :metric""")
                .bind("person", person)
                .bind("end", Micros.floor(end))
                .bind("metric", metric.name())
                .map((columns, context) -> stored(person, read(new Row(columns))))
                .list();
    }

    private static SampleRow read(Row row) throws SQLException {
        return new SampleRow(
                row.big("seq"),
                row.text("connector"),
                row.text("id"),
                row.number("series"),
                row.big("starts"),
                row.big("arrived"),
                row.columns().getDouble("amount"),
                row.flag("retracted"));
    }

    private Stored stored(String person, SampleRow row) {
        SeriesNumbers.Series series = numbers.series(person, row.series());
        Instant end = Micros.toInstant(row.arrived());
        Sample sample = new Sample(
                series.metric(),
                Micros.toInstant(row.starts()),
                end,
                row.value(),
                series.device(),
                series.label(),
                row.retracted());
        return new Stored(row.arrived(), row.seq(), new Arrival(row.connector(), row.id(), end, sample));
    }
}
