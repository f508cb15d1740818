package dev.vigil.language;

import dev.vigil.core.port.Matcher;
import dev.vigil.core.port.Matcher.Phrase;
import dev.vigil.language.WordPhrase.Group;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the phrases that a text meets. Each phrase is filed under its rarest word (the one that the fewest phrases
 * have), so that only the text's own words are looked up and only phrases that share a rare word with it are tried.
 * What counts as rare is found anew whenever the number of phrases has doubled. For one thread at a time.
 */
final class PhraseIndex implements Matcher.Index {
    private static final int FIRST_SORTING = 64;
    private static final int[] NONE = {};

    /** One way in which a text can have the words of a phrase: {@code others} besides the one it is filed under. */
    private record Card(WordPhrase phrase, int[] others) {}

    private final Map<WordPhrase, List<Integer>> standing = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<List<Card>> cards = new ArrayList<>();
    private int[] having = new int[256];
    private int[] stamps = new int[256];
    private int stamp;
    private int nextSorting = FIRST_SORTING;

    @Override
    public void add(Phrase phrase) {
        WordPhrase words = (WordPhrase) phrase;
        if (standing.containsKey(words) || words.groups().isEmpty()) {
            return;
        }
        count(words, 1);
        file(words);
        if (standing.size() >= nextSorting) {
            nextSorting = 2 * standing.size();
            cards.forEach(List::clear);
            List.copyOf(standing.keySet()).forEach(this::file);
        }
    }

    @Override
    public void remove(Phrase phrase) {
        WordPhrase words = (WordPhrase) phrase;
        List<Integer> under = standing.remove(words);
        if (under == null) {
            return;
        }
        count(words, -1);
        under.forEach(number -> cards.get(number).removeIf(card -> card.phrase().equals(words)));
    }

    @Override
    public Set<Phrase> hits(Matcher.Digest digest) {
        TextDigest text = (TextDigest) digest;
        int[] present = stamped(text);
        Set<Phrase> hits = new HashSet<>();
        for (int number : present) {
            for (Card card : cards.get(number)) {
                if (present(card.others()) && PhraseMatch.holds(card.phrase(), text)) {
                    hits.add(card.phrase());
                }
            }
        }
        return hits;
    }

    /** The numbers of the text's words, each of which then carries this text's stamp. */
    private int[] stamped(TextDigest text) {
        stamp++;
        int[] present = new int[text.terms().size()];
        int found = 0;
        for (String term : text.terms()) {
            Integer number = numbers.get(term);
            if (number != null) {
                stamps[number] = stamp;
                present[found++] = number;
            }
        }
        return Arrays.copyOf(present, found);
    }

    private boolean present(int[] words) {
        for (int number : words) {
            if (stamps[number] != stamp) {
                return false;
            }
        }
        return true;
    }

    private void count(WordPhrase phrase, int step) {
        for (Group group : phrase.groups()) {
            for (String term : group.terms()) {
                int number = number(term); // first, since it may replace the array
                having[number] += step;
            }
        }
    }

    private int number(String term) {
        Integer known = numbers.get(term);
        if (known != null) {
            return known;
        }
        int number = cards.size();
        numbers.put(term, number);
        cards.add(new ArrayList<>(1));
        if (number == having.length) {
            having = Arrays.copyOf(having, 2 * number);
            stamps = Arrays.copyOf(stamps, 2 * number);
        }
        return number;
    }

    /**
     * A text that meets the phrase has its rarest word, or the same group written as one, or the whole phrase written
     * as one; and in the first two cases all words of those groups that have but one writing.
     */
    private void file(WordPhrase phrase) {
        Group rarest = null;
        int key = -1;
        for (Group group : phrase.groups()) {
            for (String term : group.terms()) {
                int number = number(term);
                if (key < 0 || having[number] < having[key]) {
                    key = number;
                    rarest = group;
                }
            }
        }
        List<Integer> under = new ArrayList<>(1);
        int[] others = others(phrase, key);
        put(phrase, key, others, under);
        if (rarest.joined() != null) {
            put(phrase, number(rarest.joined()), others, under);
        }
        if (phrase.whole() != null) {
            put(phrase, number(phrase.whole()), NONE, under);
        }
        standing.put(phrase, under);
    }

    private void put(WordPhrase phrase, int number, int[] others, List<Integer> under) {
        cards.get(number).add(new Card(phrase, others));
        under.add(number);
    }

    private int[] others(WordPhrase phrase, int key) {
        return phrase.groups().stream()
                .filter(group -> group.joined() == null)
                .flatMap(group -> group.terms().stream())
                .mapToInt(this::number)
                .filter(number -> number != key)
                .distinct()
                .toArray();
    }
}
