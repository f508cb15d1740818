package dev.vigil.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Cuts a text into words as Unicode (UAX #29) has them, whatever the script, and folds them: case, accents, English
 * possessives and plurals. Only plurals are taken back: "meetings" meets "meeting", "universe" does not meet
 * "university", and neither does "booked" meet "book". What has a digit in it stays as it is.
 */
final class Tokens {
    /** A text of more words than this is read up to here. */
    static final int MOST = 20_000;

    private static final int LONGEST_TEXT = 400_000;

    private static final Analyzer ANALYZER = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            return new TokenStreamComponents(
                    words, new ASCIIFoldingFilter(new EnglishPossessiveFilter(new LowerCaseFilter(words))));
        }
    };

    private Tokens() {}

    /** The form in which offsets of tokens count; composed, so that an accent is one letter with its base. */
    static String normal(String text) {
        String bounded = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        return Normalizer.normalize(bounded, Normalizer.Form.NFC);
    }

    /** The words of a text in {@link #normal} form. */
    static List<Token> of(String normal) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = ANALYZER.tokenStream("", separated(normal))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (tokens.size() < MOST && stream.incrementToken()) {
                String word = clean(term);
                if (!word.isEmpty()) {
                    tokens.add(new Token(Plurals.singular(word), word, offset.startOffset(), offset.endOffset()));
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    /** A full stop or underscore between letters separates words: "stock.Order", "file_name"; offsets are kept. */
    private static String separated(String text) {
        char[] letters = null;
        for (int i = 1; i < text.length() - 1; i++) {
            char letter = text.charAt(i);
            boolean joins = letter == '.' || letter == '_' || letter == ':';
            if (joins && !(Character.isDigit(text.charAt(i - 1)) && Character.isDigit(text.charAt(i + 1)))) {
                letters = letters == null ? text.toCharArray() : letters;
                letters[i] = ' ';
            }
        }
        return letters == null ? text : new String(letters);
    }

    /** Without apostrophes ("O'Brien") and invisible letters such as soft hyphens. */
    private static String clean(CharTermAttribute term) {
        int kept = 0;
        char[] letters = term.buffer();
        StringBuilder word = null;
        for (int i = 0; i < term.length(); i++) {
            char letter = letters[i];
            boolean drop = letter == '\'' || letter == '’' || Character.getType(letter) == Character.FORMAT;
            if (drop && word == null) {
                word = new StringBuilder().append(letters, 0, kept);
            } else if (!drop && word != null) {
                word.append(letter);
            }
            kept++;
        }
        return word == null ? term.toString() : word.toString();
    }
}
