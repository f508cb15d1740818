package dev.vigil.store;

/**
 * The next rows of a walk through arrivals in their order. The walk goes page by page, each a query of its own: no
 * connection is held while the caller works, and nothing is piled up in memory on either database.
 *
 * @param connector null = all
 * @param at the walk has come to here
 * @param seq and to this one among those of the same moment
 * @param till the last moment of the walk
 * @param lastSeq the newest row that there was when the walk began
 */
record Slice(String person, String connector, long at, long seq, long till, long lastSeq) {
    static final int ROWS = 5_000;

    Slice after(long lastAt, long lastSeqThere) {
        return new Slice(person, connector, lastAt, lastSeqThere, till, lastSeq);
    }
}
