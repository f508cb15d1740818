package dev.vigil.connectors.health;

/** Makes foreign text fit to be shown and compared: one line, no control characters, bounded. */
final class PlainText {
    private PlainText() {}

    /** Runs of white space (no-break spaces too, which Apple writes into device names) become one space. */
    static String of(String text, int max) {
        StringBuilder plain = new StringBuilder(Math.min(text.length(), max));
        boolean gap = false;
        for (int i = 0; i < text.length() && plain.length() < max; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                gap = plain.length() > 0;
            } else if (shows(c)) {
                if (gap) {
                    plain.append(' ');
                    gap = false;
                }
                plain.appendCodePoint(c);
            }
        }
        return plain.toString();
    }

    private static boolean shows(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> true;
        };
    }
}
