package dev.vigil.store;

import dev.vigil.core.run.Wakeup;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Pending wake-ups: the truth about time. */
final class WakeupRows {
    /** @param ids of any length, pending or not */
    void remove(Handle handle, String person, Collection<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("DELETE FROM wakeup WHERE person = :person AND id_key = :id");
        ids.forEach(id -> batch.bind("person", person).bind("id", Keys.of(id)).add());
        batch.execute();
    }

    /** Each takes the place of the pending one of its id; of two with one id the last. */
    void put(Handle handle, String person, List<Wakeup> wakeups) {
        if (wakeups.isEmpty()) {
            return;
        }
        Map<String, Wakeup> byId = new LinkedHashMap<>();
        wakeups.forEach(wakeup -> byId.put(wakeup.id(), wakeup));
        remove(handle, person, byId.keySet());
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO wakeup (person, id_key, watch, trigger_no, kind, wake_key, due, note)
                VALUES (:person, :id, :watch, :trigger, :kind, :key, :due, :note)""");
        byId.forEach((id, wakeup) -> batch.bind("person", person)
                .bind("id", Keys.of(id))
                .bind("watch", wakeup.watch())
                .bind("trigger", wakeup.trigger())
                .bind("kind", wakeup.kind().name())
                .bind("key", wakeup.key())
                .bind("due", Micros.floor(wakeup.due()))
                .bind("note", wakeup.note())
                .add());
        batch.execute();
    }

    /** In order of their due moments. */
    List<Wakeup> all(Handle handle, String person) {
        return handle.createQuery("""
                        SELECT watch, trigger_no, kind, wake_key, due, note FROM wakeup
                        WHERE person = :person ORDER BY due, id_key""")
                .bind("person", person)
                .map((columns, context) -> {
                    Row row = new Row(columns);
                    return new Wakeup(
                            person,
                            row.number("watch"),
                            row.number("trigger_no"),
                            Wakeup.Kind.valueOf(row.text("kind")),
                            row.text("wake_key"),
                            row.moment("due"),
                            row.text("note"));
                })
                .list();
    }
}
