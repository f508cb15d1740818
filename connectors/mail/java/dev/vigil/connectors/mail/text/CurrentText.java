package dev.vigil.connectors.mail.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts old text out of a mail's lines: quotations with the line that introduces them, forwarded mail, Outlook's
 * unmarked copies. What stands between and below marked quotations stays.
 */
final class CurrentText {
    /** An attribution is spread over at most so many lines. */
    private static final int ATTRIBUTION_LINES = 4;

    private static final Pattern SPACES = Pattern.compile(" {2,}");

    private final List<Line> lines;
    private final boolean answers;
    private final boolean[] old;

    private CurrentText(List<Line> lines, boolean answers) {
        this.lines = lines;
        this.answers = answers;
        this.old = new boolean[lines.size()];
    }

    /**
     * @param answers the mail is a reply or forward by its headers: unmarked old text is likelier then
     * @return the text, lines with {@code \n}, at most one empty line between paragraphs
     */
    static String of(List<Line> lines, boolean answers) {
        CurrentText text = new CurrentText(lines, answers);
        text.cutQuotations();
        text.cutUnmarked();
        return text.rest();
    }

    private void cutQuotations() {
        for (int i = 0; i < lines.size(); ) {
            if (!lines.get(i).isQuoted()) {
                i++;
                continue;
            }
            int end = quotationEnd(i);
            int introduction = introduction(i);
            if (lines.get(i).quote() == Line.Quote.SURE || introduction < i) {
                for (int j = introduction; j < end; j++) {
                    old[j] = true;
                }
            }
            i = end;
        }
    }

    private int quotationEnd(int from) {
        int end = from + 1;
        while (end < lines.size() && lines.get(end).quote() == lines.get(from).quote()) {
            end++;
        }
        return end;
    }

    /** Where the lines start that introduce the quotation at {@code at}; {@code at} itself if none do. */
    private int introduction(int at) {
        int last = at - 1;
        while (last >= 0 && lines.get(last).isBlank()) {
            last--;
        }
        StringBuilder joined = new StringBuilder();
        int found = at;
        for (int i = last; i >= 0 && i > last - ATTRIBUTION_LINES && !stops(i); i--) {
            joined.insert(0, lines.get(i).text().strip() + " ");
            String introduction = joined.toString().strip();
            if (OldText.isDatedAttribution(introduction)) {
                return i;
            }
            if (found == at && OldText.isAttribution(introduction)) {
                found = i;
            }
            if (i == last && OldText.isSeparator(introduction)) {
                return i;
            }
        }
        return found;
    }

    private boolean stops(int i) {
        return lines.get(i).isBlank() || lines.get(i).isQuoted() || old[i];
    }

    private void cutUnmarked() {
        for (int i = 0; i < lines.size(); i++) {
            if (old[i] || lines.get(i).isBlank()) {
                continue;
            }
            int heading = headingEnd(i);
            if (heading > i) {
                cutFrom(i, heading);
            }
        }
    }

    /** The end (exclusive) of the lines that announce unmarked old text at {@code i}, or {@code i}. */
    private int headingEnd(int i) {
        String line = lines.get(i).text();
        if (OldText.isSeparator(line) || OldText.isRule(line)) {
            int next = nextText(i + 1);
            int end = OldText.headerBlockEnd(lines, next, OldText.isSeparator(line));
            if (end > next) {
                return end;
            }
            return OldText.isSeparator(line) ? i + 1 : i;
        }
        int end = OldText.headerBlockEnd(lines, i, false);
        return end > i ? end : answers ? attributionEnd(i) : i;
    }

    private int attributionEnd(int i) {
        StringBuilder joined = new StringBuilder();
        for (int j = i; j < lines.size() && j < i + ATTRIBUTION_LINES && !stops(j); j++) {
            joined.append(lines.get(j).text().strip()).append(' ');
            if (OldText.isDatedAttribution(joined.toString().strip())) {
                return j + 1;
            }
        }
        return i;
    }

    private int nextText(int from) {
        int next = from;
        while (next < lines.size() && lines.get(next).isBlank()) {
            next++;
        }
        return next;
    }

    /** Where marked quotations follow the heading, they are the old text; where none do, it runs to the end. */
    private void cutFrom(int from, int headingEnd) {
        int next = nextText(headingEnd);
        boolean marked = next < lines.size() && (old[next] || lines.get(next).isQuoted());
        int end = marked ? headingEnd : lines.size();
        for (int i = from; i < end; i++) {
            old[i] = true;
        }
        if (marked && !old[next]) {
            int quotationEnd = quotationEnd(next);
            for (int i = next; i < quotationEnd; i++) {
                old[i] = true;
            }
        }
    }

    private String rest() {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (old[i]) {
                continue;
            }
            String line = SPACES.matcher(lines.get(i).text()).replaceAll(" ").strip();
            boolean second = line.isEmpty()
                    && (kept.isEmpty() || kept.get(kept.size() - 1).isEmpty());
            if (!second) {
                kept.add(line);
            }
        }
        return String.join("\n", kept).strip();
    }
}
