package dev.vigil.language;

import dev.vigil.language.WordPhrase.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a watch's free text: drops words that do not narrow, keeps together what belongs together. */
final class PhraseReader {
    private static final int MOST_WORDS = 64;

    private static final Set<String> STOP = Set.of(
            "a", "an", "and", "any", "as", "at", "about", "be", "by", "for", "from", "her", "his", "in", "into", "is",
            "it", "its", "my", "of", "on", "or", "our", "some", "that", "the", "their", "these", "this", "to", "was",
            "with", "your");

    private final String text;
    private final List<Token> tokens;
    private final boolean onlyStops;
    private final boolean shouted;

    private PhraseReader(String words) {
        text = Tokens.normal(words);
        List<Token> all = Tokens.of(text);
        tokens = all.subList(0, Math.min(all.size(), MOST_WORDS));
        onlyStops = tokens.stream().allMatch(token -> STOP.contains(token.folded()));
        shouted = text.equals(text.toUpperCase(java.util.Locale.ROOT));
    }

    static WordPhrase read(String words) {
        PhraseReader reader = new PhraseReader(words);
        List<Group> groups = reader.groups();
        return new WordPhrase(words, groups, reader.whole(groups));
    }

    private List<Group> groups() {
        List<List<Token>> grouped = new ArrayList<>();
        List<Integer> gaps = new ArrayList<>();
        int gap = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean tied = i > 0 && Ties.tied(text, tokens.get(i - 1), token);
            if (!tied && dropped(i)) {
                gap++;
                continue;
            }
            if (!grouped.isEmpty() && gap == 0 && (tied || clings(i) || clings(grouped))) {
                grouped.get(grouped.size() - 1).add(token);
            } else {
                grouped.add(new ArrayList<>(List.of(token)));
                gaps.add(gap);
            }
            gap = 0;
        }
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < grouped.size(); i++) {
            List<Token> group = grouped.get(i);
            String joined = Ties.hyphenated(text, group) ? Ties.join(group) : null;
            groups.add(new Group(group.stream().map(Token::term).toList(), joined, i == 0 ? 0 : gaps.get(i)));
        }
        return groups;
    }

    /** A word that does not narrow, unless it is all there is, or a name in capitals as in "vitamin A". */
    private boolean dropped(int place) {
        Token token = tokens.get(place);
        if (onlyStops || !STOP.contains(token.folded())) {
            return false;
        }
        boolean next = place + 1 < tokens.size() && Ties.tied(text, token, tokens.get(place + 1));
        boolean capitals = !shouted
                && place > 0
                && Character.isUpperCase(text.charAt(token.start()))
                && text.substring(token.start(), token.end()).chars().noneMatch(Character::isLowerCase);
        return !next && !capitals;
    }

    /** Single letters and short numbers mean little away from the word before: "plan B", "iPhone 15". */
    private boolean clings(int place) {
        boolean next = place + 1 < tokens.size() && Ties.tied(text, tokens.get(place), tokens.get(place + 1));
        return !next && slight(tokens.get(place));
    }

    /** A lone letter or short number at the beginning clings to the word after: "2 tickets". */
    private static boolean clings(List<List<Token>> grouped) {
        return grouped.size() == 1
                && grouped.get(0).size() == 1
                && slight(grouped.get(0).get(0));
    }

    private static boolean slight(Token token) {
        return token.term().length() == 1 && token.term().charAt(0) < 0x250
                || token.numeric() && token.term().length() <= 3
                || STOP.contains(token.folded());
    }

    private String whole(List<Group> groups) {
        boolean pair = groups.size() == 2
                && groups.stream().allMatch(group -> group.terms().size() == 1)
                && groups.get(1).gap() == 0;
        if (!pair || !tokens.stream().allMatch(PhraseReader::letters)) {
            return null;
        }
        List<Token> kept = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (!dropped(i)) {
                kept.add(tokens.get(i));
            }
        }
        return Ties.join(kept);
    }

    private static boolean letters(Token token) {
        return token.term().chars().allMatch(Character::isLetter);
    }
}
