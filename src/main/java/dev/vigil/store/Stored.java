package dev.vigil.store;

import dev.vigil.core.fact.Arrival;

/** An arrival with its place in the order of arrivals: by moment, then by order of storage. */
record Stored(long at, long seq, Arrival arrival) {
    boolean before(Stored other) {
        return at < other.at || at == other.at && seq < other.seq;
    }
}
