package dev.vigil.language;

import dev.vigil.core.port.Matcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A text read once: for each field its words and where they stand, hyphenated words also as one. */
final class TextDigest implements Matcher.Digest {
    private static final int MOST_FIELDS = 64;
    private static final int LONGEST_TIE = 4;

    private final List<Field> fields = new ArrayList<>();
    private final Set<String> terms = new HashSet<>();

    TextDigest(String... texts) {
        for (String text : texts) {
            if (fields.size() < MOST_FIELDS) {
                fields.add(new Field(text == null ? "" : Tokens.normal(text)));
            }
        }
        fields.forEach(field -> terms.addAll(field.places.keySet()));
    }

    List<Field> fields() {
        return fields;
    }

    /** All words of all fields. */
    Set<String> terms() {
        return terms;
    }

    static final class Field {
        private final String text;
        private final List<Token> tokens;
        private final Map<String, Places> places = new HashMap<>();

        private Field(String text) {
            this.text = text;
            this.tokens = Tokens.of(text);
            for (int i = 0; i < tokens.size(); i++) {
                places.computeIfAbsent(tokens.get(i).term(), term -> new Places())
                        .add(i, i);
                ties(i);
            }
        }

        /** Adds the words made from the hyphenated parts that begin here. */
        private void ties(int from) {
            int last = from;
            while (last + 1 < tokens.size()
                    && last - from + 1 < LONGEST_TIE
                    && Ties.hyphen(text, tokens.get(last), tokens.get(last + 1))) {
                last++;
                places.computeIfAbsent(Ties.join(tokens.subList(from, last + 1)), term -> new Places())
                        .add(from, last);
            }
        }

        Places places(String term) {
            return term == null ? Places.NONE : places.getOrDefault(term, Places.NONE);
        }

        /** Where a group stands, its words next to each other or written as one. */
        Places places(WordPhrase.Group group) {
            List<String> terms = group.terms();
            Places firsts = places(terms.get(0));
            if (terms.size() == 1) {
                return firsts;
            }
            Places together = new Places();
            for (int i = 0; i < firsts.size(); i++) {
                if (follow(firsts.to(i), terms)) {
                    together.add(firsts.from(i), firsts.to(i) + terms.size() - 1);
                }
            }
            return together.and(places(group.joined()));
        }

        private boolean follow(int place, List<String> terms) {
            if (place + terms.size() > tokens.size()) {
                return false;
            }
            for (int i = 1; i < terms.size(); i++) {
                if (!tokens.get(place + i).term().equals(terms.get(i))) {
                    return false;
                }
            }
            return true;
        }

        String excerpt(Stretch stretch) {
            return excerpt(stretch.from(), stretch.to());
        }

        /** The text of a list's first place. */
        String excerpt(Places places) {
            return excerpt(places.from(0), places.to(0));
        }

        private String excerpt(int from, int to) {
            return text.substring(tokens.get(from).start(), tokens.get(to).end());
        }
    }
}
