package dev.vigil.store;

import dev.vigil.core.run.Batch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What the engine remembers beyond a restart. */
final class MemoryRows {
    void remember(Handle handle, String person, List<Batch.Memory> memories) {
        if (memories.isEmpty()) {
            return;
        }
        Map<String, String> last = new LinkedHashMap<>();
        memories.forEach(memory -> last.put(memory.key(), memory.value()));
        PreparedBatch forget = handle.prepareBatch("DELETE FROM memory WHERE person = :person AND name_key = :key");
        last.keySet()
                .forEach(name ->
                        forget.bind("person", person).bind("key", Keys.of(name)).add());
        forget.execute();
        PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO memory (person, name_key, name, content) VALUES (:person, :key, :name, :content)");
        last.forEach((name, content) -> {
            if (content != null) {
                batch.bind("person", person)
                        .bind("key", Keys.of(name))
                        .bind("name", name)
                        .bind("content", content)
                        .add();
            }
        });
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    Map<String, String> all(Handle handle, String person) {
        Map<String, String> memories = new LinkedHashMap<>();
        handle.createQuery("SELECT name, content FROM memory WHERE person = :person ORDER BY person, name_key")
                .bind("person", person)
                .map((columns, context) -> {
                    Row row = new Row(columns);
                    return memories.put(row.text("name"), row.text("content"));
                })
                .list();
        return memories;
    }
}
