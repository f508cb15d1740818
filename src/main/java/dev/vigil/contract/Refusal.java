package dev.vigil.contract;

import dev.vigil.core.Trouble;
import tools.jackson.databind.JsonNode;

/** Words a refusal: the JSON path, then what is wrong there. */
final class Refusal {
    private static final int LONGEST_QUOTE = 60;

    private Refusal() {}

    static Trouble at(String path, String what) {
        return new Trouble(path.isEmpty() ? what : path + ": " + what);
    }

    static Trouble expected(String path, String what, JsonNode found) {
        return at(path, "expected " + what + ", found " + show(found));
    }

    /** What was found, short and on one line. */
    static String show(JsonNode node) {
        if (node.isObject()) {
            return "an object";
        }
        if (node.isArray()) {
            return node.isEmpty() ? "an empty list" : "a list";
        }
        return clip(node.toString());
    }

    static String quote(String text) {
        return clip("\"" + text.replaceAll("\\p{Cntrl}", " ") + "\"");
    }

    private static String clip(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_QUOTE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }
}
