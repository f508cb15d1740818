package dev.vigil.core.port;

import java.util.Set;

/** Says whether a text is about something. Words today; meaning comes behind the same port. */
public interface Matcher {
    /** Reads a text once, for any number of phrases; fields in order of weight (subject or title first). */
    Digest digest(String... fields);

    /** Prepares a watch's free text once. */
    Phrase phrase(String words);

    /** Whether and how well the phrase is met. */
    Match match(Phrase phrase, Digest digest);

    /** An index of phrases, so that a text finds those it meets without asking each. */
    Index index();

    interface Index {
        void add(Phrase phrase);

        void remove(Phrase phrase);

        /** The phrases that the text meets: exactly those for which {@link Matcher#match} holds. */
        Set<Phrase> hits(Digest digest);
    }

    /** Equal for equal words after folding, so that watches share it. */
    interface Phrase {
        String text();
    }

    interface Digest {}

    /** {@code found} is what was found in the text, or what came nearest. */
    record Match(boolean holds, double score, String found) {}
}
