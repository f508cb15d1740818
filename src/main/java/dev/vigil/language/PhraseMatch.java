package dev.vigil.language;

import dev.vigil.core.port.Matcher.Match;
import dev.vigil.language.TextDigest.Field;
import dev.vigil.language.WordPhrase.Group;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds one phrase against one text. It is met if the first field (subject, title) has all its words, or another field
 * has those that the first lacks within {@value #WINDOW} words: a subject sets the scene, while words that only happen
 * to occur in the same long text say nothing.
 *
 * <p>Scores: 1.0 in order in the first field, 0.9 in order in another, 0.8 all in the first, 0.6–0.7 near each other in
 * another (the nearer the higher), 0.4 spread over the first and another.
 */
final class PhraseMatch {
    static final int WINDOW = 10;

    private static final int LONGEST_FOUND = 120;

    private final WordPhrase phrase;
    private final List<Field> fields;

    private PhraseMatch(WordPhrase phrase, TextDigest digest) {
        this.phrase = phrase;
        this.fields = digest.fields();
    }

    static Match of(WordPhrase phrase, TextDigest digest) {
        PhraseMatch match = new PhraseMatch(phrase, digest);
        return match.holds() ? match.best() : match.nearest();
    }

    static boolean holds(WordPhrase phrase, TextDigest digest) {
        return new PhraseMatch(phrase, digest).holds();
    }

    private boolean holds() {
        if (fields.isEmpty() || phrase.groups().isEmpty()) {
            return false;
        }
        List<Group> lacking = new ArrayList<>(phrase.groups().size());
        for (Group group : phrase.groups()) {
            if (fields.get(0).places(group).isEmpty()) {
                lacking.add(group);
            }
        }
        if (lacking.isEmpty()) {
            return true;
        }
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0 && near(fields.get(i), lacking) != null || whole(fields.get(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean whole(Field field) {
        return phrase.whole() != null && !field.places(phrase.whole()).isEmpty();
    }

    /** Where each of the groups stands in the field; null when one is missing. */
    private static List<Places> places(Field field, List<Group> groups) {
        List<Places> places = new ArrayList<>(groups.size());
        for (Group group : groups) {
            Places here = field.places(group);
            if (here.isEmpty()) {
                return null;
            }
            places.add(here);
        }
        return places;
    }

    /** Where the groups stand within the window; null when nowhere. */
    private Stretch near(Field field, List<Group> groups) {
        List<Places> places = places(field, groups);
        if (places == null) {
            return null;
        }
        Stretch stretch = Stretch.narrowest(places);
        return stretch.width() <= Math.max(WINDOW, 2 * phrase.words()) ? stretch : null;
    }

    /** How well it is met, once it is known to be. */
    private Match best() {
        Match best = null;
        for (int i = 0; i < fields.size(); i++) {
            Match here = within(fields.get(i), i == 0);
            best = best == null || here != null && here.score() > best.score() ? here : best;
        }
        return best == null ? spread() : best;
    }

    /** All words in one field; null when not. */
    private Match within(Field field, boolean first) {
        if (whole(field)) {
            return found(first ? 1 : 0.9, field.excerpt(field.places(phrase.whole())));
        }
        List<Places> places = places(field, phrase.groups());
        if (places == null) {
            return null;
        }
        Stretch ordered = Stretch.inOrder(
                places, phrase.groups().stream().mapToInt(Group::gap).toArray());
        if (ordered != null) {
            return found(first ? 1 : 0.9, field.excerpt(ordered));
        }
        if (first) {
            return found(0.8, field.excerpt(Stretch.narrowest(places)));
        }
        Stretch near = near(field, phrase.groups());
        return near == null ? null : found(0.6 + 0.1 * places.size() / near.width(), field.excerpt(near));
    }

    /** Some words in the first field, the others near each other in another. */
    private Match spread() {
        Field first = fields.get(0);
        List<Group> lacking = new ArrayList<>();
        String scene = "";
        for (Group group : phrase.groups()) {
            Places places = first.places(group);
            if (places.isEmpty()) {
                lacking.add(group);
            } else if (scene.isEmpty()) {
                scene = first.excerpt(places) + " … ";
            }
        }
        for (Field field : fields.subList(1, fields.size())) {
            Stretch near = near(field, lacking);
            if (near != null) {
                return found(0.4, scene + field.excerpt(near));
            }
        }
        throw new IllegalStateException("met nowhere");
    }

    private static Match found(double score, String excerpt) {
        return new Match(true, score, shortened(excerpt));
    }

    private static String shortened(String excerpt) {
        return Texts.shorten(Texts.plain(excerpt), LONGEST_FOUND);
    }

    /** What there is of the phrase in the field that has most of it. */
    private Match nearest() {
        List<String> most = List.of();
        for (Field field : fields) {
            List<String> found = new ArrayList<>();
            for (Group group : phrase.groups()) {
                Places places = field.places(group);
                if (!places.isEmpty()) {
                    found.add(field.excerpt(places));
                }
            }
            most = found.size() > most.size() ? found : most;
        }
        return new Match(false, 0, shortened(String.join(" … ", most)));
    }
}
