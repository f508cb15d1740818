package dev.vigil.connectors.mail.text;

/** Characters that nobody sees: padding of preheaders, soft hyphens, direction marks. */
final class Invisible {
    private Invisible() {}

    /** Drops them and makes every kind of space a plain one. A joiner between letters is spelling, and stays. */
    static String strip(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isJoiner(c)) {
                if (i > 0 && i + 1 < text.length() && isLetter(text.charAt(i - 1)) && isLetter(text.charAt(i + 1))) {
                    out.append(c);
                }
            } else if (c == '\n' || c == '\t') {
                out.append(c);
            } else if (isSpace(c)) {
                out.append(' ');
            } else if (!isInvisible(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isJoiner(char c) {
        return c == '\u200C' || c == '\u200D';
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isSpace(char c) {
        return Character.isSpaceChar(c) || c == '\u2800' || c == '\u115F' || c == '\u1160' || c == '\u3164';
    }

    private static boolean isInvisible(char c) {
        return c == '\u034F'
                || c == '\uFFFC'
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || c >= '\uFE00' && c <= '\uFE0F';
    }
}
