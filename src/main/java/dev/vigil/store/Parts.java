package dev.vigil.store;

import java.util.ArrayList;
import java.util.List;

/** Cuts long lists of keys, so that a query asks for a bounded number of them. */
final class Parts {
    private static final int KEYS_A_QUERY = 1_000;

    private Parts() {}

    static <T> List<List<T>> of(List<T> keys) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += KEYS_A_QUERY) {
            parts.add(keys.subList(from, Math.min(keys.size(), from + KEYS_A_QUERY)));
        }
        return parts;
    }
}
