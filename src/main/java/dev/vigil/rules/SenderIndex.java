package dev.vigil.rules;

import dev.vigil.core.fact.Address;
import dev.vigil.core.fact.Senders;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sender words that armed watches name; each address is held against them once. */
final class SenderIndex {
    private static final int REMEMBERED = 20_000;

    private final Map<String, Integer> wanted = new HashMap<>();
    private final Map<Address, List<String>> named = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Address, List<String>> eldest) {
            return size() > REMEMBERED;
        }
    };

    void add(String key) {
        if (wanted.merge(key, 1, Integer::sum) == 1) {
            named.clear();
        }
    }

    void remove(String key) {
        if (wanted.computeIfPresent(key, (k, n) -> n == 1 ? null : n - 1) == null) {
            named.clear();
        }
    }

    /** The keys of those that name this address. */
    List<String> keys(Address from) {
        return named.computeIfAbsent(
                from,
                address -> wanted.keySet().stream()
                        .filter(key ->
                                Senders.names(key.substring(Asks.sender("").length()), address))
                        .toList());
    }
}
