package dev.vigil.connectors.mail.text;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;

/** Collects the text parts of a mail and says what its sender wrote now and a reader sees. */
public final class VisibleText {
    /** Longer text is cut there, in chars. */
    public static final int MAX = 256 * 1024;

    private final boolean answers;
    private final List<Line> lines = new ArrayList<>();

    /** @param answers the mail is a reply or forward by its headers */
    public VisibleText(boolean answers) {
        this.answers = answers;
    }

    /** @return false if the document shows no text */
    public boolean html(Document document) {
        List<Line> seen = HtmlLines.of(document, 2 * MAX);
        return add(seen);
    }

    /** @return false if there is nothing but space */
    public boolean plain(String text, boolean flowed, boolean delSp) {
        String bounded = text.substring(0, Math.min(text.length(), 4 * MAX));
        return add(PlainLines.of(bounded, answers, flowed, delSp));
    }

    private boolean add(List<Line> more) {
        boolean shows = more.stream().anyMatch(line -> !line.isBlank());
        if (shows) {
            lines.add(new Line("", Line.Quote.NONE));
            lines.addAll(more);
        }
        return shows;
    }

    /** The current, visible text of all parts, in their order, at most {@link #MAX} chars. */
    public String current() {
        String text = CurrentText.of(lines, answers);
        return text.substring(0, Math.min(text.length(), MAX));
    }
}
