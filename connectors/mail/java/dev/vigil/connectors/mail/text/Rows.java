package dev.vigil.connectors.mail.text;

import java.util.List;
import org.jsoup.nodes.Element;

/** Tells rows of data ("Total", "£39.00") from the tables that mail is laid out with. */
final class Rows {
    private static final int LONGEST_CELL = 160;
    private static final int MOST_CELLS = 20;

    private Rows() {}

    /** Whether a reader takes the row in as one line: several short cells without tables of their own. */
    static boolean shareALine(Element row) {
        List<Element> cells = row.children();
        if (cells.size() < 2 || cells.size() > MOST_CELLS) {
            return false;
        }
        int filled = 0;
        for (Element cell : cells) {
            if (cell.selectFirst("table, ul, ol, blockquote") != null) {
                return false;
            }
            int length = cell.text().length();
            if (length > LONGEST_CELL || cell.select("p, div, br").size() > 6) {
                return false;
            }
            filled += length > 0 ? 1 : 0;
        }
        return filled > 1;
    }
}
