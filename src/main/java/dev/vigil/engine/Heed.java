package dev.vigil.engine;

/** Who hears at once of what the person changed; the rows were written already. */
public interface Heed {
    /** For a process in which no engine runs: the next start reads the rows. */
    Heed NOBODY = new Heed() {
        @Override
        public void changed(int watch) {}

        @Override
        public void refresh() {}
    };

    /** The person changed a watch: armed, paused, resumed, snoozed or removed it, or took such a change back. */
    void changed(int watch);

    /** The person added or removed a source, or answered in the outbox: reads those rows anew. */
    void refresh();
}
