package dev.vigil.core.port;

import dev.vigil.core.fact.Arrival;

/** One account, folder or file that facts come from. Used by one thread at a time, but for {@link #close}. */
public interface Source extends AutoCloseable {
    /**
     * Reports what is new since {@code cursor}, oldest first where the source has an order.
     *
     * @param cursor what the last {@link Sink#reached} said; null the first time
     * @throws dev.vigil.core.Trouble if the source cannot be read at all; a single bad item is {@link Sink#refused}
     */
    void look(String cursor, Sink sink);

    /**
     * Starts to listen, if the source can tell by itself that something is new ({@code changed} is then called from
     * any thread, and a {@link #look} follows).
     *
     * @return false if it cannot and must be polled
     */
    default boolean listen(Runnable changed) {
        return false;
    }

    @Override
    void close();

    /** Takes what a look finds. */
    interface Sink {
        void arrived(Arrival arrival);

        /**
         * Something was refused, wholly or in part; what was good of it has arrived.
         *
         * @param where file and place, such as {@code inbox.mbox, message 12} or {@code export.xml:1833}
         * @param why one clause for the person
         */
        void refused(String where, String why);

        /** Everything up to here has been reported; a later look may start from this cursor. */
        void reached(String cursor);
    }
}
