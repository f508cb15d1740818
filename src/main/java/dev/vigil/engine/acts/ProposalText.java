package dev.vigil.engine.acts;

import java.util.ArrayList;
import java.util.List;

/** Tells one proposal that is spread over several lines from one proposal a line. */
public final class ProposalText {
    private ProposalText() {}

    /** @param line of its first character, from 1 */
    public record Piece(int line, String json) {}

    public static List<Piece> pieces(String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        List<Piece> lines = new ArrayList<>();
        int number = 0;
        for (String line : plain.split("\r\n|\n|\r", -1)) {
            number++;
            if (!line.isBlank()) {
                lines.add(new Piece(number, line));
            }
        }
        return isSpread(lines) ? List.of(new Piece(lines.get(0).line(), plain.strip())) : lines;
    }

    /** One object over several lines: its first line does not close what it opens, and what follows is indented. */
    private static boolean isSpread(List<Piece> lines) {
        if (lines.size() < 2
                || !lines.get(0).json().stripLeading().startsWith("{")
                || depth(lines.get(0).json()) <= 0) {
            return false;
        }
        return lines.stream().skip(1).noneMatch(piece -> piece.json().startsWith("{\"kind\""));
    }

    /** Braces opened and not closed, those inside strings left out. */
    private static int depth(String json) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '{') {
                depth++;
            } else if (!quoted && c == '}') {
                depth--;
            }
        }
        return depth;
    }
}
