package dev.vigil.connectors.mail.text;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** How mail readers mark old text in HTML. What a person writes between or below such blocks is not in them. */
final class QuoteMarks {
    /** Containers that hold nothing but old text; a number or prefix is often added to the name. */
    private static final Set<String> OLD = Set.of(
            "gmail_attr",
            "moz-cite-prefix",
            "moz-forward-container",
            "yahoo_quoted",
            "protonmail_quote_header",
            "ms-outlook-mobile-reference-message",
            "mail-editor-reference-message-container",
            "olk_src_body_section",
            "isforwardcontent",
            "isreplycontent");

    /** Old text starts here and runs to the end of the element around it. */
    private static final Set<String> OLD_FROM_HERE = Set.of("divrplyfwdmsg", "zwchr", "stopspelling");

    private QuoteMarks() {}

    static Line.Quote of(Element element) {
        String name = element.normalName();
        if (name.equals("blockquote")) {
            return isCite(element) ? Line.Quote.SURE : Line.Quote.MAYBE;
        }
        if (has(element, OLD) || isGmailForward(element)) {
            return Line.Quote.SURE;
        }
        return name.equals("div") && element.attr("name").equals("quote") ? Line.Quote.SURE : Line.Quote.NONE;
    }

    static boolean startsOldText(Element element) {
        return element.hasAttr("id") && has(element, OLD_FROM_HERE);
    }

    private static boolean isCite(Element quote) {
        return quote.attr("type").equalsIgnoreCase("cite")
                || named(quote.className()).contains("quote")
                || quote.id().equals("qt")
                || quote.hasAttr("cite") && quote.attr("cite").startsWith("mid:");
    }

    /**
     * Gmail puts a reply's attribution and quotation, and whatever is written between and below, into one container;
     * a forwarded mail lies in it without a quotation.
     */
    private static boolean isGmailForward(Element element) {
        return element.normalName().equals("div")
                && named(element.className()).contains("gmail_quote")
                && element.selectFirst("blockquote") == null
                && OldText.startsWithHeading(element.wholeText().strip());
    }

    private static boolean has(Element element, Set<String> marks) {
        if (!element.hasAttr("class") && !element.hasAttr("id")) {
            return false;
        }
        String names = named(element.className() + " " + element.id());
        for (String name : names.split("\\s+")) {
            String bare = name.replaceFirst("^(?:x_)+", "").replaceFirst("^ydp[0-9a-f]{6,10}", "");
            bare = bare.startsWith("yahoo_quoted") ? "yahoo_quoted" : bare;
            if (marks.contains(bare)) {
                return true;
            }
        }
        return false;
    }

    private static String named(String names) {
        return names.substring(0, Math.min(names.length(), 500)).toLowerCase(Locale.ROOT);
    }
}
