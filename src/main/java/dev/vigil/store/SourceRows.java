package dev.vigil.store;

import dev.vigil.core.Trouble;
import dev.vigil.core.run.Batch;
import dev.vigil.core.run.SourceRow;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.core.type.TypeReference;

/** Sources that the person added. */
final class SourceRows {
    /** So many refused items are kept, the newest. */
    static final int REFUSED = 100;

    private static final int LONGEST_NAME = 200;
    private static final TypeReference<Map<String, String>> OPTIONS = new TypeReference<>() {};
    private static final TypeReference<List<SourceRow.Refused>> REFUSALS = new TypeReference<>() {};
    private static final String COLUMNS =
            "name, connector, place, account, sealed, options, cursor_text, verified, seen, trouble, refused";

    void add(Handle handle, SourceRow source) {
        if (source.name().isEmpty() || source.name().length() > LONGEST_NAME || !StoredText.isPlain(source.name())) {
            throw new Trouble("A source's name must have 1 to " + LONGEST_NAME + " characters; choose another --name.");
        }
        if (find(handle, source.person(), source.name()).isPresent()) {
            throw new Trouble("There is a source named " + source.name()
                    + " already; choose another --name, or remove that one first.");
        }
        handle.createUpdate(
                        "INSERT INTO source (person, " + COLUMNS
                                + ") VALUES (:person, :name, :connector, :place, :account, :sealed, :options, :cursor, :verified, :seen, :trouble, :refused)")
                .bind("person", source.person())
                .bind("name", source.name())
                .bind("connector", source.connector())
                .bind("place", source.place())
                .bind("account", source.user())
                .bind("sealed", source.sealed())
                .bind("options", Json.write(source.options()))
                .bind("cursor", source.cursor())
                .bind("verified", Micros.of(source.verified()))
                .bind("seen", source.seen())
                .bind("trouble", source.trouble())
                .bind("refused", Json.write(newest(source.refused())))
                .execute();
    }

    /** All but the cursor and what has been seen and refused on the way to it. */
    void change(Handle handle, SourceRow source) {
        handle.createUpdate("""
                        UPDATE source SET connector = :connector, place = :place, account = :account, sealed = :sealed,
                        options = :options, verified = :verified, trouble = :trouble
                        WHERE person = :person AND name = :name""")
                .bind("connector", source.connector())
                .bind("place", source.place())
                .bind("account", source.user())
                .bind("sealed", source.sealed())
                .bind("options", Json.write(source.options()))
                .bind("verified", Micros.of(source.verified()))
                .bind("trouble", source.trouble())
                .bind("person", source.person())
                .bind("name", source.name())
                .execute();
    }

    void remove(Handle handle, String person, String name) {
        handle.createUpdate("DELETE FROM source WHERE person = :person AND name = :name")
                .bind("person", person)
                .bind("name", name)
                .execute();
    }

    /** A source that was removed meanwhile stays removed. */
    void progress(Handle handle, String person, Batch.Progress progress) {
        Optional<SourceRow> before = find(handle, person, progress.source());
        if (before.isEmpty()) {
            return;
        }
        List<SourceRow.Refused> refused = new ArrayList<>(before.get().refused());
        refused.addAll(progress.refused());
        Instant verified = progress.verified() == null ? before.get().verified() : progress.verified();
        handle.createUpdate("""
                        UPDATE source SET cursor_text = :cursor, verified = :verified, seen = :seen, refused = :refused
                        WHERE person = :person AND name = :name""")
                .bind("cursor", progress.cursor() == null ? before.get().cursor() : progress.cursor())
                .bind("verified", Micros.of(verified))
                .bind("seen", before.get().seen() + progress.seen())
                .bind("refused", Json.write(newest(refused)))
                .bind("person", person)
                .bind("name", progress.source())
                .execute();
    }

    List<SourceRow> all(Handle handle, String person) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM source WHERE person = :person ORDER BY name")
                .bind("person", person)
                .map((columns, context) -> read(person, new Row(columns)))
                .list();
    }

    private static Optional<SourceRow> find(Handle handle, String person, String name) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM source WHERE person = :person AND name = :name")
                .bind("person", person)
                .bind("name", name)
                .map((columns, context) -> read(person, new Row(columns)))
                .findOne();
    }

    private static List<SourceRow.Refused> newest(List<SourceRow.Refused> refused) {
        return refused.subList(Math.max(0, refused.size() - REFUSED), refused.size());
    }

    private static SourceRow read(String person, Row row) throws SQLException {
        return new SourceRow(
                person,
                row.text("name"),
                row.text("connector"),
                row.text("place"),
                row.text("account"),
                row.text("sealed"),
                Json.MAPPER.readValue(row.text("options"), OPTIONS),
                row.text("cursor_text"),
                row.moment("verified"),
                row.big("seen"),
                row.text("trouble"),
                Json.MAPPER.readValue(row.text("refused"), REFUSALS));
    }
}
