package dev.vigil.store;

import dev.vigil.core.Trouble;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Commands that the person registered. */
final class CommandRows {
    private static final int LONGEST_NAME = 200;

    /** @param words the argument vector; empty takes the command away */
    void register(Handle handle, String person, String name, List<String> words) {
        if (name.isEmpty() || name.length() > LONGEST_NAME || !StoredText.isPlain(name)) {
            throw new Trouble("A command's name must have 1 to " + LONGEST_NAME + " characters; choose another.");
        }
        handle.createUpdate("DELETE FROM registered_command WHERE person = :person AND name = :name")
                .bind("person", person)
                .bind("name", name)
                .execute();
        if (!words.isEmpty()) {
            handle.createUpdate("INSERT INTO registered_command (person, name, words) VALUES (:person, :name, :words)")
                    .bind("person", person)
                    .bind("name", name)
                    .bind("words", Json.write(words))
                    .execute();
        }
    }

    Map<String, List<String>> all(Handle handle, String person) {
        Map<String, List<String>> commands = new LinkedHashMap<>();
        handle.createQuery("SELECT name, words FROM registered_command WHERE person = :person ORDER BY name")
                .bind("person", person)
                .map((columns, context) -> {
                    Row row = new Row(columns);
                    return commands.put(row.text("name"), row.strings("words"));
                })
                .list();
        return commands;
    }
}
