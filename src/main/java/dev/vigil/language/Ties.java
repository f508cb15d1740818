package dev.vigil.language;

import java.util.List;

/** Words that stand together without a space: "e-mail", "AT&T", "東京". */
final class Ties {
    private static final String HYPHENS = "-‐‑–&+";
    private static final String TYING = HYPHENS + "._:";

    private Ties() {}

    static boolean tied(String text, Token one, Token next) {
        int between = next.start() - one.end();
        return between == 0 || between == 1 && TYING.indexOf(text.charAt(one.end())) >= 0;
    }

    /** Tied so that the two may as well be written as one word; not two numbers, as in a date. */
    static boolean hyphen(String text, Token one, Token next) {
        return next.start() - one.end() == 1
                && HYPHENS.indexOf(text.charAt(one.end())) >= 0
                && !(one.numeric() && next.numeric());
    }

    static boolean hyphenated(String text, List<Token> group) {
        for (int i = 1; i < group.size(); i++) {
            if (!hyphen(text, group.get(i - 1), group.get(i))) {
                return false;
            }
        }
        return group.size() > 1;
    }

    /** Written as one word, of which only the last part is in the singular. */
    static String join(List<Token> group) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < group.size() - 1; i++) {
            word.append(group.get(i).folded());
        }
        return word.append(group.get(group.size() - 1).term()).toString();
    }
}
