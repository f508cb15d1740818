package dev.vigil.store;

import dev.vigil.core.Trouble;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** A person's counters, held under a row lock while a transaction writes for that person. */
final class PersonRow {
    private static final int LONGEST_NAME = 100;

    final String person;
    int lastWatch;
    long lastSeq;
    int lastSeries;
    long foldedTill;

    private PersonRow(String person, int lastWatch, long lastSeq, int lastSeries, long foldedTill) {
        this.person = person;
        this.lastWatch = lastWatch;
        this.lastSeq = lastSeq;
        this.lastSeries = lastSeries;
        this.foldedTill = foldedTill;
    }

    static void create(Handle handle, String person) {
        if (person.isEmpty() || person.length() > LONGEST_NAME || !StoredText.isPlain(person)) {
            throw new Trouble("A person's name must have 1 to " + LONGEST_NAME + " characters; choose a shorter one.");
        }
        handle.createUpdate("""
                        INSERT INTO person (person, last_watch, last_seq, last_series, folded_till)
                        SELECT :person, 0, 0, 0, :never
                        WHERE NOT EXISTS (SELECT 1 FROM person WHERE person = :person)""")
                .bind("person", person)
                .bind("never", Long.MIN_VALUE)
                .execute();
    }

    static PersonRow lock(Handle handle, String person) {
        return handle.createQuery("""
                        SELECT last_watch, last_seq, last_series, folded_till
                        FROM person WHERE person = :person FOR UPDATE""")
                .bind("person", person)
                .map((columns, context) -> new PersonRow(
                        person, columns.getInt(1), columns.getLong(2), columns.getInt(3), columns.getLong(4)))
                .one();
    }

    long nextSeq() {
        return ++lastSeq;
    }

    void save(Handle handle) {
        handle.createUpdate("""
                        UPDATE person SET last_watch = :watch, last_seq = :seq, last_series = :series, folded_till = :folded
                        WHERE person = :person""")
                .bind("watch", lastWatch)
                .bind("seq", lastSeq)
                .bind("series", lastSeries)
                .bind("folded", foldedTill)
                .bind("person", person)
                .execute();
    }

    /** The last number that a committed row of this person has. */
    static long committedSeq(Handle handle, String person) {
        return handle.createQuery("SELECT last_seq FROM person WHERE person = :person")
                .bind("person", person)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    static List<String> all(Handle handle) {
        return handle.createQuery("SELECT person FROM person ORDER BY person")
                .mapTo(String.class)
                .list();
    }
}
