package dev.vigil.engine.watchman;

import dev.vigil.core.run.Batch;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What must be remembered beyond a restart, as keys and short values. */
final class Memory {
    private final String person;
    private final TreeMap<String, String> values = new TreeMap<>();

    Memory(String person) {
        this.person = person;
    }

    void load(Map<String, String> rows) {
        values.putAll(rows);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** A null value forgets the key. */
    void put(String key, String value, Batch batch) {
        if (value == null ? values.remove(key) != null : !value.equals(values.put(key, value))) {
            batch.memories.add(new Batch.Memory(person, key, value));
        }
    }

    /** Keys below {@code prefix} with their values. */
    Map<String, String> under(String prefix) {
        return Map.copyOf(values.subMap(prefix, prefix + Character.MAX_VALUE));
    }

    /** Forgets what stands below {@code prefix} and whose value is a moment before {@code before}. */
    void forget(String prefix, Instant before, Batch batch) {
        under(prefix).forEach((key, value) -> {
            if (Instant.parse(value).isBefore(before)) {
                put(key, null, batch);
            }
        });
    }
}
