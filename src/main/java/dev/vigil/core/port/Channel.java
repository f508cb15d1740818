package dev.vigil.core.port;

import dev.vigil.core.run.Notice;
import java.time.Duration;

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

    /**
     * Sends it like {@link #send} and says what became of it, for a channel that has more to tell than that it went out
     * (a command's output).
     *
     * @return words for {@link dev.vigil.core.run.Delivery#fate()}, or null when there is nothing to add
     * @throws Undelivered if it did not go out
     */
    default String tell(Notice notice) throws Undelivered {
        send(notice);
        return null;
    }

    /** It did not go out; {@code again} says whether a later try can help. */
    final class Undelivered extends Exception {
        private static final long serialVersionUID = 1L;
        private final boolean again;
        private final Duration pause;

        public Undelivered(String sentence, boolean again, Throwable cause) {
            this(sentence, again, null, cause);
        }

        /** {@code pause}: how long the far side asked to be left alone (HTTP's Retry-After); null when it did not. */
        public Undelivered(String sentence, boolean again, Duration pause, Throwable cause) {
            super(sentence, cause);
            this.again = again;
            this.pause = pause;
        }

        public boolean again() {
            return again;
        }

        /** How long the far side asked to be left alone; null when it did not. */
        public Duration pause() {
            return pause;
        }
    }
}
