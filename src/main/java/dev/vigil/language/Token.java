package dev.vigil.language;

/**
 * One word of a text.
 *
 * @param term what is compared: lower-case, without accents, singular
 * @param folded the same before a plural is taken back
 * @param start where it begins in the text, in UTF-16 units
 * @param end where it ends, exclusive
 */
record Token(String term, String folded, int start, int end) {
    boolean numeric() {
        return term.chars().allMatch(letter -> Character.isDigit(letter) || letter == ',' || letter == '.');
    }
}
