package dev.vigil.store;

import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.watch.Watch;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Armed watches. */
final class WatchRows {
    private static final Logger LOG = LoggerFactory.getLogger(WatchRows.class);

    /** Stands in for a proposal that cannot be read: it has no trigger, so nothing starts it. */
    static final Watch UNREADABLE = new Watch(List.of(), List.of(), List.of(), Watch.Repeat.ONCE, null);

    private final Function<String, Watch> codec;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    WatchRows(Function<String, Watch> codec) {
        this.codec = codec;
    }

    void insert(Handle handle, WatchRow watch) {
        watch.bindTo(
                        handle.createUpdate(
                                "INSERT INTO watch (" + WatchRow.COLUMNS
                                        + ") VALUES (:person, :number, :goal, :proposal, :since, :zone, :state, :resumes, :spent, :mend)"))
                .execute();
    }

    /** The person's wish: all of the watch is replaced. */
    void replace(Handle handle, WatchRow watch) {
        watch.bindTo(handle.createUpdate("""
                                UPDATE watch SET goal = :goal, proposal = :proposal, since = :since, zone = :zone,
                                state = :state, resumes = :resumes, spent = :spent, mend = :mend
                                WHERE person = :person AND number = :number""")).execute();
    }

    /** What running changes in watches. A watch that the person removed meanwhile stays removed. */
    void ran(Handle handle, List<ArmedWatch> watches) {
        if (watches.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                UPDATE watch SET state = :state, resumes = :resumes, spent = :spent, mend = :mend
                WHERE person = :person AND number = :number AND state <> 'REMOVED'""");
        watches.forEach(
                watch -> WatchRow.of(watch, watch.number()).bindTo(batch).add());
        batch.execute();
    }

    Optional<WatchRow> find(Handle handle, String person, int number) {
        return handle.createQuery(
                        "SELECT " + WatchRow.COLUMNS + " FROM watch WHERE person = :person AND number = :number")
                .bind("person", person)
                .bind("number", number)
                .map((columns, context) -> WatchRow.read(new Row(columns)))
                .findOne();
    }

    List<WatchRow> standing(Handle handle, String person) {
        return handle.createQuery("SELECT " + WatchRow.COLUMNS
                        + " FROM watch WHERE person = :person AND state <> 'REMOVED' ORDER BY person, number")
                .bind("person", person)
                .map((columns, context) -> WatchRow.read(new Row(columns)))
                .list();
    }

    /** The zones of these watches; of one whose zone is no longer known, UTC. */
    Map<Integer, ZoneId> zones(Handle handle, String person, Collection<Integer> watches) {
        Map<Integer, ZoneId> zones = new HashMap<>();
        handle.createQuery("""
                        SELECT w.number, w.zone FROM UNNEST(:numbers) AS wanted (number)
                        JOIN watch w ON w.person = :person AND w.number = wanted.number""")
                .bind("person", person)
                .bindArray("numbers", Integer.class, List.copyOf(watches))
                .map((columns, context) -> zones.put(columns.getInt(1), zoneOrUtc(columns.getString(2))))
                .list();
        return zones;
    }

    private static ZoneId zoneOrUtc(String id) {
        try {
            return ZoneId.of(id);
        } catch (java.time.DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    /** One that can no longer be read is BROKEN and says so; it must not hide the others. */
    ArmedWatch typed(WatchRow row) {
        try {
            return armed(row, codec.apply(row.proposal()), row.zoneId());
        } catch (RuntimeException e) {
            if (said.add(row.person() + "/" + row.number())) {
                LOG.warn("Watch {} cannot be read", row.number(), e);
            }
            ArmedWatch.State state = ArmedWatch.State.valueOf(row.state());
            ArmedWatch unreadable = armed(row, UNREADABLE, zoneOrUtc(row.zone()));
            return state == ArmedWatch.State.REMOVED || state == ArmedWatch.State.DONE
                    ? unreadable
                    : unreadable.broken(
                            "This watch is stored in a form that this version of Vigil cannot read; say the goal again and remove this one.");
        }
    }

    private static ArmedWatch armed(WatchRow row, Watch watch, ZoneId zone) {
        return new ArmedWatch(
                row.person(),
                row.number(),
                row.goal(),
                row.proposal(),
                watch,
                Micros.toInstant(row.since()),
                zone,
                ArmedWatch.State.valueOf(row.state()),
                row.resumes() == null ? null : Micros.toInstant(row.resumes()),
                row.spentSet(),
                row.mend());
    }
}
