package dev.vigil.language;

import dev.vigil.core.port.Matcher;
import java.util.ArrayList;
import java.util.List;

/**
 * A watch's free text, read once: groups of words, all of which a text must have. The words of one group stand next to
 * each other, as they do in "e-mail", "plan B", "iPhone 15" or in a script without spaces.
 */
final class WordPhrase implements Matcher.Phrase {
    /**
     * Words that stand together.
     *
     * @param joined the same written as one word ("email"), or null
     * @param gap how many words that do not count stand in the phrase before the group
     */
    record Group(List<String> terms, String joined, int gap) {}

    private final String text;
    private final List<Group> groups;
    private final String whole;
    private final String key;
    private final int words;

    /** {@code whole}: two words written as one ("boardingpass"), or null. */
    WordPhrase(String text, List<Group> groups, String whole) {
        this.text = text;
        this.groups = List.copyOf(groups);
        this.whole = whole;
        List<String> parts = new ArrayList<>();
        for (Group group : groups) {
            parts.add(group.gap() + String.join("-", group.terms()) + "=" + group.joined());
        }
        parts.add("=" + whole);
        this.words = groups.stream().mapToInt(group -> group.terms().size()).sum();
        this.key = String.join(" ", parts);
    }

    @Override
    public String text() {
        return text;
    }

    List<Group> groups() {
        return groups;
    }

    int words() {
        return words;
    }

    String whole() {
        return whole;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WordPhrase phrase && key.equals(phrase.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
