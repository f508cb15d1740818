package dev.vigil.connectors.mail.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lines of a text/plain part, with format=flowed (RFC 3676) joined again. */
final class PlainLines {
    /** Tracking links are for machines; a person reads around them. */
    private static final Pattern LONG_LINK =
            Pattern.compile("[\\[(<]?\\s?\\bhttps?://[^\\s<>\\])]{60,}\\s{0,2}[\\])>]?");

    private static final int QUOTED_BLOCK = 3;

    private PlainLines() {}

    /**
     * @param answers the mail is a reply or forward, so that {@code >} cannot be a newsletter's arrow
     * @param delSp the space that marks a soft break is not part of the text
     */
    static List<Line> of(String text, boolean answers, boolean flowed, boolean delSp) {
        List<String> raw = List.of(Invisible.strip(text).split("\n", -1));
        List<Line> lines = new ArrayList<>(raw.size());
        StringBuilder open = new StringBuilder();
        int openDepth = -1;
        for (int i = 0; i < raw.size(); i++) {
            int depth = isEscapedFrom(raw, i) ? 0 : depth(raw.get(i));
            String content = content(raw.get(i), depth, flowed);
            if (isEscapedFrom(raw, i)) {
                content = content.substring(1);
            }
            if (openDepth >= 0 && openDepth != depth) {
                lines.add(line(open.toString(), openDepth));
                open.setLength(0);
            }
            open.append(content);
            boolean soft = flowed && content.endsWith(" ") && !content.equals("-- ") && i + 1 < raw.size();
            if (soft) {
                open.setLength(open.length() - (delSp ? 1 : 0));
                openDepth = depth;
            } else {
                lines.add(line(open.toString(), depth));
                open.setLength(0);
                openDepth = -1;
            }
        }
        return answers ? all(lines) : blocks(lines);
    }

    private static List<Line> all(List<Line> lines) {
        lines.replaceAll(line -> line.isQuoted() ? new Line(line.text(), Line.Quote.SURE) : line);
        return lines;
    }

    /** A line or two behind {@code >} may be arrows of a newsletter; a longer block is a quotation. */
    private static List<Line> blocks(List<Line> lines) {
        for (int i = 0; i < lines.size(); ) {
            int end = i;
            while (end < lines.size() && lines.get(end).isQuoted()) {
                end++;
            }
            if (end - i >= QUOTED_BLOCK) {
                all(lines.subList(i, end));
            }
            i = Math.max(end, i + 1);
        }
        return lines;
    }

    private static Line line(String text, int depth) {
        String shown = LONG_LINK.matcher(text).replaceAll("").stripTrailing();
        return new Line(shown, depth > 0 ? Line.Quote.MAYBE : Line.Quote.NONE);
    }

    /** Quotation depth: {@code > > text} as well as {@code >>text}; one leading space is forgiven. */
    private static int depth(String line) {
        int depth = 0;
        for (int i = line.startsWith(" >") ? 1 : 0; i < line.length(); i++) {
            if (line.charAt(i) == '>') {
                depth++;
            } else if (line.charAt(i) != ' ' || i + 1 >= line.length() || line.charAt(i + 1) != '>') {
                break;
            }
        }
        return depth;
    }

    private static String content(String line, int depth, boolean flowed) {
        String rest = line;
        for (int i = 0; i < depth; i++) {
            rest = rest.substring(rest.indexOf('>') + 1);
        }
        boolean stuffed = rest.startsWith(" ") && (flowed || depth > 0);
        return stuffed ? rest.substring(1) : rest;
    }

    /** Mail stores write {@code >From} for a line that starts with From: no quotation if its neighbours are none. */
    private static boolean isEscapedFrom(List<String> lines, int i) {
        return lines.get(i).startsWith(">From ")
                && (i == 0 || !lines.get(i - 1).startsWith(">"))
                && (i + 1 >= lines.size() || !lines.get(i + 1).startsWith(">"));
    }
}
