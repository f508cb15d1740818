package dev.vigil.store;

import dev.vigil.core.fact.Arrival;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Facts that are stored whole, as JSON: all but the common health samples. */
final class ArrivalRows {
    private static final Logger LOG = LoggerFactory.getLogger(ArrivalRows.class);
    private static final int ROWS_A_BATCH = 500;

    /** Longer JSON goes into a column of its own type, which H2 keeps outside of the row. */
    private static final int LONGEST_IN_ROW = 100_000;

    /** An arrival made ready for its row, so that no lock is held while it is encoded. */
    record Ready(Arrival arrival, String idKey, String causeKey, String kind, String json, Long neededTill) {
        static Ready of(Arrival arrival, String idKey) {
            return new Ready(
                    arrival,
                    idKey,
                    Keys.of(arrival.fact().cause()),
                    FactJson.kind(arrival.fact()),
                    FactJson.write(arrival.fact()),
                    Micros.of(Need.till(arrival)));
        }
    }

    record Numbered(long seq, Ready ready) {}

    void insert(Handle handle, String person, List<Numbered> arrivals) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO arrival (person, seq, connector, id, long_id, arrived, cause, needed_till, kind, payload, long_payload)
                VALUES (:person, :seq, :connector, :id, :longId, :arrived, :cause, :neededTill, :kind, :payload, :longPayload)""");
        for (Numbered numbered : arrivals) {
            Ready ready = numbered.ready();
            Arrival arrival = ready.arrival();
            boolean inRow = ready.json().length() <= LONGEST_IN_ROW;
            batch.bind("person", person)
                    .bind("seq", numbered.seq())
                    .bind("connector", arrival.connector())
                    .bind("id", ready.idKey())
                    .bind("longId", ready.idKey().equals(arrival.id()) ? null : arrival.id())
                    .bind("arrived", Micros.floor(arrival.at()))
                    .bind("cause", ready.causeKey())
                    .bind("neededTill", ready.neededTill())
                    .bind("kind", ready.kind())
                    .bind("payload", inRow ? ready.json() : null)
                    .bind("longPayload", inRow ? null : ready.json())
                    .add();
            if (batch.size() == ROWS_A_BATCH) {
                batch.execute();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** Of these keys, those that are stored. */
    Set<String> known(Handle handle, String person, String connector, List<String> keys) {
        return new HashSet<>(handle.createQuery("""
                        SELECT t.id FROM UNNEST(:ids) AS wanted (id)
                        JOIN arrival t ON t.person = :person AND t.connector = :connector AND t.id = wanted.id""")
                .bind("person", person)
                .bind("connector", connector)
                .bindArray("ids", String.class, keys)
                .mapTo(String.class)
                .list());
    }

    List<Stored> page(Handle handle, Slice slice) {
        Query query = handle.createQuery("""
                SELECT seq, connector, id, long_id, arrived, kind, payload, long_payload FROM arrival
                WHERE person = :person %s AND arrived >= :at AND arrived <= :till
                AND (arrived > :at OR seq > :seq) AND seq <= :lastSeq
                ORDER BY person, %s arrived, seq FETCH FIRST %d ROWS ONLY""".formatted(
                        slice.connector() == null ? "" : "AND connector = :connector",
                        slice.connector() == null ? "" : "connector,",
                        Slice.ROWS));
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

    List<Stored> byCause(Handle handle, String person, String cause) {
        return new ArrayList<>(handle.createQuery("""
                        SELECT seq, connector, id, long_id, arrived, kind, payload, long_payload FROM arrival
                        WHERE person = :person AND cause = :cause""")
                .bind("person", person)
                .bind("cause", Keys.of(cause))
                .map((columns, context) -> read(new Row(columns)))
                .filter(stored -> stored.arrival() != null)
                .list());
    }

    /** The arrival is null where the row cannot be read: one damaged row must not hide the others. */
    private static Stored read(Row row) throws SQLException {
        long at = row.big("arrived");
        long seq = row.big("seq");
        String id = Objects.requireNonNullElse(row.text("long_id"), row.text("id"));
        String json = row.text("payload");
        try {
            return new Stored(
                    at,
                    seq,
                    new Arrival(
                            row.text("connector"),
                            id,
                            Micros.toInstant(at),
                            FactJson.read(row.text("kind"), json != null ? json : row.text("long_payload"))));
        } catch (FactJson.Unreadable e) {
            LOG.warn("Stored arrival {} is left out", seq, e);
            return new Stored(at, seq, null);
        }
    }

    /** Forgets what no watch can need any more, but for what a watch that stands has judged. */
    int forget(Handle handle, String person, long before) {
        return handle.createUpdate("""
                        DELETE FROM arrival WHERE person = :person AND arrived < :before AND needed_till < :before
                        AND NOT EXISTS (
                            SELECT 1 FROM verdict v JOIN watch w ON w.person = v.person AND w.number = v.watch
                            WHERE v.person = arrival.person AND v.event_key = arrival.cause AND w.state <> 'REMOVED')""")
                .bind("person", person)
                .bind("before", before)
                .execute();
    }
}
