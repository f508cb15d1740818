package dev.vigil.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Cuts a text into words as Unicode (UAX #29) has them, whatever the script, and folds them: case, accents, English
 * possessives and plurals. Only plurals are taken back: "meetings" meets "meeting", "universe" does not meet
 * "university", and neither does "booked" meet "book". What has a digit in it stays as it is.
 */
final class Tokens {
    /** A text of more words than this is read up to here. */
    static final int MOST = 20_000;

    private static final int LONGEST_TEXT = 400_000;
    private static final Set<String> NO_PLURALS = Set.of("news", "series", "always", "lens", "christmas");

    /** Each word comes twice: as it is, marked as a keyword that no stemmer touches, and stemmed. */
    private static final Analyzer ANALYZER = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            TokenStream folded = new ASCIIFoldingFilter(new EnglishPossessiveFilter(new LowerCaseFilter(words)));
            return new TokenStreamComponents(words, new KStemFilter(new KeywordRepeatFilter(folded)));
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
            PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            boolean kept = false;
            while (stream.incrementToken()) {
                String word = clean(term);
                if (step.getPositionIncrement() > 0) {
                    if (tokens.size() == MOST) {
                        break;
                    }
                    kept = !word.isEmpty();
                    if (kept) {
                        tokens.add(new Token(word, word, offset.startOffset(), offset.endOffset()));
                    }
                } else if (kept) {
                    Token plain = tokens.remove(tokens.size() - 1);
                    tokens.add(new Token(singular(plain.folded(), word), plain.folded(), plain.start(), plain.end()));
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

    /** "buses" and "classes" end as plurals do; "bus", "class" and "analysis" do not. */
    private static String singular(String folded, String stemmed) {
        int length = folded.length();
        boolean ending = length > 3
                && folded.charAt(length - 1) == 's'
                && "sui".indexOf(folded.charAt(length - 2)) < 0
                && !NO_PLURALS.contains(folded)
                && folded.chars().noneMatch(Character::isDigit);
        if (!ending) {
            return folded;
        }
        return stemmed.equals(folded) ? folded.substring(0, length - 1) : stemmed;
    }
}
