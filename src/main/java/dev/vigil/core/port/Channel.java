package dev.vigil.core.port;

import dev.vigil.core.run.Notice;

/** One way out for notices: terminal, desktop, ntfy, mail. */
public interface Channel {
    /** Its name in settings and in the outbox: terminal, desktop, ntfy, mail. */
    String name();

    /**
     * Sends it; the notice's id goes along so that the far side can drop a repeat.
     *
     * @throws Undelivered if it did not go out
     */
    void send(Notice notice) throws Undelivered;

    /** It did not go out; {@code again} says whether a later try can help. */
    final class Undelivered extends Exception {
        private static final long serialVersionUID = 1L;
        private final boolean again;

        public Undelivered(String sentence, boolean again, Throwable cause) {
            super(sentence, cause);
            this.again = again;
        }

        public boolean again() {
            return again;
        }
    }
}
