package dev.vigil.connectors.mail.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The lines that a reader of an HTML part sees, in their order, cells of one row on one line with tabs between. */
final class HtmlLines implements NodeVisitor {
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "blockquote", "pre", "table", "hr");
    private static final Set<String> LINES = Set.of(
            "div",
            "li",
            "tr",
            "td",
            "th",
            "dt",
            "dd",
            "section",
            "article",
            "header",
            "footer",
            "main",
            "aside",
            "nav",
            "center",
            "address",
            "form",
            "fieldset",
            "legend",
            "figure",
            "figcaption",
            "caption",
            "details",
            "summary",
            "option",
            "tbody",
            "thead",
            "tfoot");
    private static final Set<String> NEVER = Set.of(
            "head",
            "style",
            "script",
            "template",
            "title",
            "noscript",
            "object",
            "iframe",
            "svg",
            "math",
            "select",
            "textarea",
            "audio",
            "video",
            "map",
            "area",
            "link",
            "meta");

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern AROUND_TAB = Pattern.compile(" *\t[ \t]*");

    private final StyleSheet sheet;
    private final Set<Node> old = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<State> states = new ArrayDeque<>();
    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private final int most;
    private int length;
    private String alternative = "";
    private Line.Quote lineQuote = Line.Quote.NONE;

    /** What holds inside an element. {@code cell}: inside a row whose cells share one line. */
    private record State(Node node, Look look, Line.Quote quote, boolean cell, boolean preformatted) {}

    private HtmlLines(StyleSheet sheet, int most) {
        this.sheet = sheet;
        this.most = most;
        states.push(new State(null, Look.PLAIN, Line.Quote.NONE, false, false));
    }

    /** @param most chars to read; what lies beyond is left */
    static List<Line> of(Document document, int most) {
        HtmlLines html = new HtmlLines(StyleSheet.of(document), most);
        html.markOldTextToTheEnd(document);
        NodeTraversor.traverse(html, document.body() == null ? document : document.body());
        html.breakLine();
        return html.lines;
    }

    private void markOldTextToTheEnd(Document document) {
        for (Element start : document.select("[id]")) {
            if (QuoteMarks.startsOldText(start)) {
                for (Node next = start; next != null; next = next.nextSibling()) {
                    old.add(next);
                }
            }
        }
    }

    @Override
    public void head(Node node, int depth) {
        State around = states.peek();
        if (node instanceof TextNode text) {
            if (!around.look().textHidden()) {
                Line.Quote quote = old.contains(node) ? Line.Quote.SURE : around.quote();
                text(text.getWholeText(), quote, around.preformatted());
            }
            return;
        }
        if (!(node instanceof Element element)) {
            return;
        }
        String name = element.normalName();
        Look look = NEVER.contains(name)
                ? new Look(true, 16, false, false)
                : around.look().inside(element, sheet.of(element));
        Line.Quote quote = around.quote() == Line.Quote.SURE || old.contains(element)
                ? Line.Quote.SURE
                : stronger(around.quote(), QuoteMarks.of(element));
        boolean cells = name.equals("tr") ? Rows.shareALine(element) : around.cell() && !name.equals("table");
        State state = new State(element, look, quote, cells, around.preformatted() || name.equals("pre"));
        states.push(state);
        if (!look.gone()) {
            open(element, name, state);
        }
    }

    private static Line.Quote stronger(Line.Quote a, Line.Quote b) {
        return a.ordinal() > b.ordinal() ? a : b;
    }

    private void open(Element element, String name, State state) {
        if (state.cell() && (name.equals("td") || name.equals("th"))) {
            if (!line.toString().isBlank()) {
                line.append('\t');
            }
        } else if (state.cell() && !name.equals("tr")) {
            separate(name);
        } else {
            breakFor(name);
        }
        if (name.equals("br") && !state.cell()) {
            breakLine(state.quote());
        } else if (name.equals("li") && !state.cell()) {
            text("- ", state.quote(), true);
        } else if (name.equals("img") && !isPixel(element) && !state.look().textHidden()) {
            alternative = element.attr("alt").strip();
            text(" " + alternative + " ", state.quote(), false);
        }
    }

    private static boolean isPixel(Element image) {
        return image.attr("width").matches("[01](?:px)?")
                || image.attr("height").matches("[01](?:px)?");
    }

    private void separate(String name) {
        if (name.equals("br") || LINES.contains(name) || PARAGRAPHS.contains(name)) {
            line.append(' ');
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element) || states.peek().node() != node) {
            return;
        }
        State state = states.pop();
        if (state.look().gone()) {
            return;
        }
        if (state.cell() && !element.normalName().equals("tr")) {
            separate(element.normalName());
        } else {
            breakFor(element.normalName());
        }
    }

    private void breakFor(String name) {
        if (PARAGRAPHS.contains(name)) {
            breakLine();
            if (!lines.isEmpty() && !lines.get(lines.size() - 1).isBlank()) {
                lines.add(new Line("", lines.get(lines.size() - 1).quote()));
            }
        } else if (LINES.contains(name)) {
            breakLine();
        }
    }

    private void text(String raw, Line.Quote quote, boolean preformatted) {
        if (length > most) {
            return;
        }
        String text = Invisible.strip(raw);
        if (quote != lineQuote && !line.toString().isBlank() && !text.isBlank()) {
            breakLine();
        }
        length += text.length();
        if (!text.isBlank() || line.length() == 0) {
            lineQuote = quote;
        }
        if (!preformatted) {
            line.append(SPACES.matcher(text).replaceAll(" "));
            return;
        }
        String[] pieces = text.split("\n", -1);
        for (int i = 0; i < pieces.length; i++) {
            line.append(pieces[i]);
            if (i + 1 < pieces.length) {
                breakLine(quote);
            }
        }
    }

    /** An explicit break: an empty line counts. */
    private void breakLine(Line.Quote quote) {
        if (line.toString().isBlank()) {
            lines.add(new Line("", quote));
            line.setLength(0);
        } else {
            breakLine();
        }
    }

    private void breakLine() {
        if (line.length() == 0) {
            return;
        }
        String text = AROUND_TAB.matcher(line).replaceAll("\t").strip();
        line.setLength(0);
        if (!text.isEmpty() && !repeatsPicture(text)) {
            lines.add(new Line(text, lineQuote));
        }
    }

    /** Below a product's picture stands its name, which the picture's alternative text has said already. */
    private boolean repeatsPicture(String text) {
        int last = lines.size() - 1;
        while (last >= 0 && lines.get(last).isBlank()) {
            last--;
        }
        return last >= 0 && text.equals(alternative) && lines.get(last).text().equals(text);
    }
}
