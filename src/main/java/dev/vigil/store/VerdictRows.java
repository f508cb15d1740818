package dev.vigil.store;

import dev.vigil.core.run.Finding;
import dev.vigil.core.run.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import tools.jackson.core.type.TypeReference;

/** Verdicts: firings, and with {@link NearMissRows} the nearest misses. */
final class VerdictRows {
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

    private record Identity(int watch, int trigger, String eventKey, long judged) {
        static Identity of(Verdict verdict) {
            return new Identity(
                    verdict.watch(), verdict.trigger(), Keys.of(verdict.event()), Micros.floor(verdict.at()));
        }
    }

    /** The same watch and trigger judge an event once a moment; what is there already is left as it is. */
    void insert(Handle handle, PersonRow person, List<Verdict> verdicts) {
        if (verdicts.isEmpty()) {
            return;
        }
        Set<Identity> there = stored(handle, person.person, verdicts);
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO verdict (person, seq, watch, trigger_no, event, event_key, judged, fired, conditions)
                VALUES (:person, :seq, :watch, :trigger, :event, :eventKey, :judged, :fired, :conditions)""");
        for (Verdict verdict : verdicts) {
            Identity identity = Identity.of(verdict);
            if (there.add(identity)) {
                batch.bind("person", person.person)
                        .bind("seq", person.nextSeq())
                        .bind("watch", verdict.watch())
                        .bind("trigger", verdict.trigger())
                        .bind("event", verdict.event())
                        .bind("eventKey", identity.eventKey())
                        .bind("judged", identity.judged())
                        .bind("fired", verdict.fired())
                        .bind("conditions", Json.write(verdict.conditions()))
                        .add();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private static Set<Identity> stored(Handle handle, String person, List<Verdict> verdicts) {
        List<String> keys = verdicts.stream()
                .map(verdict -> Keys.of(verdict.event()))
                .distinct()
                .toList();
        return new HashSet<>(handle.createQuery("""
                        SELECT v.watch, v.trigger_no, v.event_key, v.judged FROM UNNEST(:keys) AS judged (event_key)
                        JOIN verdict v ON v.person = :person AND v.event_key = judged.event_key""")
                .bind("person", person)
                .bindArray("keys", String.class, keys)
                .map((columns, context) ->
                        new Identity(columns.getInt(1), columns.getInt(2), columns.getString(3), columns.getLong(4)))
                .list());
    }

    /** Newest first. */
    List<Verdict> newest(Handle handle, String person, int watch, int max) {
        return handle.createQuery("""
                        SELECT watch, trigger_no, event, judged, fired, conditions FROM verdict
                        WHERE person = :person AND watch = :watch
                        ORDER BY person DESC, watch DESC, judged DESC, seq DESC FETCH FIRST :max ROWS ONLY""")
                .bind("person", person)
                .bind("watch", watch)
                .bind("max", max)
                .map((columns, context) -> read(person, new Row(columns), columns.getBoolean("fired")))
                .list();
    }

    static Verdict read(String person, Row row, boolean fired) throws java.sql.SQLException {
        return new Verdict(
                person,
                row.number("watch"),
                row.number("trigger_no"),
                row.text("event"),
                row.moment("judged"),
                fired,
                Json.MAPPER.readValue(row.text("conditions"), FINDINGS));
    }

    static List<Verdict> merged(List<Verdict> firings, List<Verdict> misses, int max) {
        List<Verdict> all = new ArrayList<>(firings);
        all.addAll(misses);
        all.sort(Comparator.comparing(Verdict::at).reversed());
        return all.subList(0, Math.min(max, all.size()));
    }
}
