package dev.vigil.notify;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Text from outside, made harmless: only what a person can see is left of it. */
final class PlainText {
    private static final int LONGEST_INPUT = 100_000;
    /** ECMA-48 control sequences, operating-system commands that are closed, and two-character escapes. */
    private static final Pattern ESCAPES = Pattern.compile("(?:\u001B\\[|\u009B)[0-?]{0,64}[ -/]{0,8}[@-~]"
            + "|(?:\u001B\\]|\u009D)[^\u0007\u001B\u009C]{0,2000}(?:\u0007|\u001B\\\\|\u009C)"
            + "|\u001B[ -/]{0,4}[0-~]");

    private PlainText() {}

    /** One line: breaks become spaces, and it has at most {@code max} code points. */
    static String line(String text, int max) {
        return shorten(visible(text, false).strip().replaceAll(" {2,}", " "), max);
    }

    /** Lines stay, separated by a line feed. */
    static String lines(String text, int max) {
        return shorten(visible(text, true).strip(), max);
    }

    /** At most so many bytes of UTF-8. */
    static String bytes(String text, int max) {
        int used = 0;
        int end = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            int size = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (used + size > max - 3) {
                boolean fits = text.getBytes(StandardCharsets.UTF_8).length <= max;
                return fits ? text : text.substring(0, end) + "…";
            }
            used += size;
            end += Character.charCount(point);
        }
        return text;
    }

    private static String visible(String text, boolean lines) {
        String bounded = text.length() > LONGEST_INPUT ? text.substring(0, LONGEST_INPUT) : text;
        String plain = ESCAPES.matcher(bounded.replace("\r\n", "\n")).replaceAll("");
        StringBuilder kept = new StringBuilder(plain.length());
        plain.codePoints().forEach(point -> {
            if (point == '\n' || point == '\r' || point == 0x85 || point == 0x2028 || point == 0x2029) {
                kept.append(lines ? '\n' : ' ');
            } else if (Character.isISOControl(point)) {
                kept.append(point == '\t' ? " " : "");
            } else if (!hides(point)) {
                kept.appendCodePoint(point);
            }
        });
        return kept.toString();
    }

    /** Turns the reading direction, or cannot be seen at all; the joiners stay, since scripts and emoji need them. */
    private static boolean hides(int point) {
        boolean joiner = point == 0x200C || point == 0x200D;
        int type = Character.getType(point);
        return type == Character.SURROGATE || type == Character.FORMAT && !joiner;
    }

    private static String shorten(String text, int max) {
        if (text.codePointCount(0, text.length()) <= max) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, max - 1)) + "…";
    }
}
