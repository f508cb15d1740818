package dev.vigil.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes English plurals back. Few words of a text end as plurals do, and those are the same again and again, so the
 * stemmer is asked once a word.
 */
final class Plurals {
    private static final Set<String> NO_PLURALS = Set.of("news", "series", "always", "lens", "christmas");
    private static final int REMEMBERED = 50_000;
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private static final Analyzer STEMMER = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer word = new KeywordTokenizer();
            return new TokenStreamComponents(word, new KStemFilter(word));
        }
    };

    private Plurals() {}

    /** "buses" and "classes" end as plurals do; "bus", "class" and "analysis" do not. */
    static String singular(String folded) {
        int length = folded.length();
        boolean ending = length > 3
                && folded.charAt(length - 1) == 's'
                && "sui".indexOf(folded.charAt(length - 2)) < 0
                && !NO_PLURALS.contains(folded)
                && folded.chars().noneMatch(Character::isDigit);
        if (!ending) {
            return folded;
        }
        if (KNOWN.size() > REMEMBERED) {
            KNOWN.clear();
        }
        return KNOWN.computeIfAbsent(folded, word -> {
            String stemmed = stemmed(word);
            return stemmed.equals(word) ? word.substring(0, word.length() - 1) : stemmed;
        });
    }

    private static String stemmed(String word) {
        try (TokenStream stream = STEMMER.tokenStream("", word)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            String stemmed = stream.incrementToken() ? term.toString() : word;
            stream.end();
            return stemmed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
