package dev.vigil.core;

/**
 * Something went wrong that a person can mend. The message is one sentence for the person that says what to do; the
 * cause is for the log.
 */
public class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Trouble(String sentence) {
        super(sentence);
    }

    public Trouble(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
