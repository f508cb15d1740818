package dev.vigil.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.contract.Golden;
import dev.vigil.core.port.Matcher;
import dev.vigil.core.port.Matcher.Match;
import dev.vigil.core.port.Matcher.Phrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordMatcherTest {
    /** Few words, so that phrases and texts meet often; with hyphens, joined writings, numbers, other scripts. */
    private static final String[] VOCABULARY = {
        "dog",
        "food",
        "dogs",
        "dogfood",
        "dog-food",
        "e-mail",
        "email",
        "mail",
        "e",
        "the",
        "in",
        "A",
        "a",
        "my",
        "plan",
        "B",
        "iPhone",
        "15",
        "16",
        "4711",
        "WH-1000XM5",
        "WH1000XM5",
        "boarding",
        "pass",
        "boarding-pass",
        "boardingpass",
        "meeting",
        "meetings",
        "class",
        "classes",
        "Zoë",
        "Zoe's",
        "O'Brien",
        "東京",
        "京",
        "東",
        "hotel",
        "Porto",
        "to",
        "be",
        "AT&T",
        "stock.order",
        "order",
        "stock",
        "🎉",
        "свадьба",
        "-",
        "!",
        "rye",
        "flour",
        "kayak"
    };

    private final Matcher matcher = new WordMatcher();

    static List<Golden.Case> matches() {
        return Golden.cases("/language/matches.txt");
    }

    @ParameterizedTest
    @MethodSource("matches")
    void aPhraseMeetsATextByItsWords(Golden.Case golden) {
        String[] lines = golden.input().split("\n");
        Match match =
                matcher.match(matcher.phrase(lines[0]), matcher.digest(Arrays.copyOfRange(lines, 1, lines.length)));
        String said =
                (match.holds() ? String.format(Locale.ROOT, "yes %.2f: ", match.score()) : "no: ") + match.found();
        assertThat(said.strip()).isEqualTo(golden.expected());
    }

    @Test
    void phrasesOfTheSameWordsAreEqual() {
        assertThat(matcher.phrase("the Piano  lessons")).isEqualTo(matcher.phrase("piano lesson"));
        assertThat(matcher.phrase("the Piano  lessons")).hasSameHashCodeAs(matcher.phrase("piano lesson"));
        assertThat(matcher.phrase("lesson piano")).isNotEqualTo(matcher.phrase("piano lesson"));
        assertThat(matcher.phrase("e-mail")).isNotEqualTo(matcher.phrase("e mail"));
        assertThat(matcher.phrase("the Piano lessons").text()).isEqualTo("the Piano lessons");
    }

    @Test
    void whatIsAbsentMeetsNothing() {
        Matcher.Digest empty = matcher.digest(null, "", "   ");
        assertThat(matcher.match(matcher.phrase("tea"), empty)).isEqualTo(new Match(false, 0, ""));
        assertThat(matcher.match(matcher.phrase(""), matcher.digest("tea")).holds())
                .isFalse();
        assertThat(matcher.match(matcher.phrase("tea"), matcher.digest()).holds())
                .isFalse();
    }

    @Test
    void aTextWithoutEndIsReadUpToABound() {
        String endless = "tea-tea-".repeat(200_000) + " kayak";
        assertThat(matcher.match(matcher.phrase("tea"), matcher.digest("", endless))
                        .holds())
                .isTrue();
        assertThat(matcher.match(matcher.phrase("kayak"), matcher.digest("", endless))
                        .holds())
                .isFalse();
    }

    @Test
    void invisibleLettersDoNotHideAWord() {
        assertThat(matcher.match(matcher.phrase("invoice"), matcher.digest("Your in\u00advo\u200cice"))
                        .holds())
                .isTrue();
        assertThat(matcher.match(matcher.phrase("café"), matcher.digest("Cafe\u0301 Luna"))
                        .holds())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theIndexFindsExactlyWhatAskingEachPhraseFinds(long seed) {
        Random random = new Random(seed);
        Matcher.Index index = matcher.index();
        Set<Phrase> standing = new HashSet<>();
        int met = 0;
        for (int round = 0; round < 40; round++) {
            for (int i = 0; i < 15; i++) {
                Phrase phrase = matcher.phrase(words(random, 1 + random.nextInt(4)));
                standing.add(phrase);
                index.add(phrase);
            }
            List<Phrase> some = new ArrayList<>(standing);
            for (int i = 0; i < 4; i++) {
                Phrase gone = some.get(random.nextInt(some.size()));
                standing.remove(gone);
                index.remove(matcher.phrase(gone.text()));
            }
            Matcher.Digest digest = matcher.digest(
                    words(random, random.nextInt(6)),
                    words(random, random.nextInt(80)),
                    words(random, random.nextInt(4)));
            Set<Phrase> one = new HashSet<>();
            standing.stream()
                    .filter(phrase -> matcher.match(phrase, digest).holds())
                    .forEach(one::add);
            assertThat(index.hits(digest)).isEqualTo(one);
            met += one.size();
        }
        assertThat(met).isGreaterThan(500);
    }

    @Test
    void theIndexGrowsWithItsPhrases() {
        Matcher.Index index = matcher.index();
        for (int i = 0; i < 3_000; i++) {
            index.add(matcher.phrase("word" + i + " and sort" + i % 7));
        }
        assertThat(index.hits(matcher.digest("word2999 word1400 sort3 word0")))
                .containsExactlyInAnyOrder(matcher.phrase("word2999 and sort3"));
        index.remove(matcher.phrase("word2999 and sort3"));
        assertThat(index.hits(matcher.digest("word2999 word1400 sort3 word0"))).isEmpty();
    }

    private static String words(Random random, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(VOCABULARY[random.nextInt(VOCABULARY.length)]).append(random.nextInt(8) == 0 ? "-" : " ");
        }
        return words.toString();
    }
}
