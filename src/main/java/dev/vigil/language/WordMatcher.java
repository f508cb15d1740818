package dev.vigil.language;

import dev.vigil.core.port.Matcher;

/**
 * Matches by words: case, accents, possessives and plurals do not count, words that do not narrow are passed over, all
 * others must be there. Numbers and model names are exact. What it does not know are synonyms and typing errors. Safe
 * for any number of threads, but for an {@link #index}, which is for one at a time.
 */
public final class WordMatcher implements Matcher {
    @Override
    public Digest digest(String... fields) {
        return new TextDigest(fields);
    }

    @Override
    public Phrase phrase(String words) {
        return PhraseReader.read(words);
    }

    @Override
    public Match match(Phrase phrase, Digest digest) {
        return PhraseMatch.of((WordPhrase) phrase, (TextDigest) digest);
    }

    @Override
    public Index index() {
        return new PhraseIndex();
    }
}
