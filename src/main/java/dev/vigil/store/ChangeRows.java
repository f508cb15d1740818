package dev.vigil.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The log of what the person changed. */
final class ChangeRows {
    /** @param before null where the watch was armed */
    record Change(long seq, int number, String what, WatchRow before, WatchRow after) {}

    void log(Handle handle, PersonRow person, String what, WatchRow before, WatchRow after, Instant at) {
        handle.createUpdate("""
                        INSERT INTO change_log (person, seq, number, what, changed, before_watch, after_watch)
                        VALUES (:person, :seq, :number, :what, :changed, :before, :after)""")
                .bind("person", person.person)
                .bind("seq", person.nextSeq())
                .bind("number", after.number())
                .bind("what", what)
                .bind("changed", Micros.floor(at))
                .bind("before", before == null ? null : Json.write(before))
                .bind("after", Json.write(after))
                .execute();
    }

    Optional<Change> last(Handle handle, String person) {
        return handle.createQuery("""
                        SELECT seq, number, what, before_watch, after_watch FROM change_log
                        WHERE person = :person AND undone IS NULL
                        ORDER BY person DESC, seq DESC FETCH FIRST 1 ROWS ONLY""")
                .bind("person", person)
                .map((columns, context) -> {
                    Row row = new Row(columns);
                    String before = row.text("before_watch");
                    return new Change(
                            row.big("seq"),
                            row.number("number"),
                            row.text("what"),
                            before == null ? null : Json.MAPPER.readValue(before, WatchRow.class),
                            Json.MAPPER.readValue(row.text("after_watch"), WatchRow.class));
                })
                .findOne();
    }

    void undone(Handle handle, String person, long seq, Instant at) {
        handle.createUpdate("UPDATE change_log SET undone = :at WHERE person = :person AND seq = :seq")
                .bind("at", Micros.floor(at))
                .bind("person", person)
                .bind("seq", seq)
                .execute();
    }
}
