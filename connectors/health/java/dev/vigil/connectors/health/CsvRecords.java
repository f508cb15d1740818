package dev.vigil.connectors.health;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Cuts a CSV file into the texts of its records. A record is a line, or several if a quote stays open; a quote that is
 * never closed costs its own line only, not the rest of the file.
 */
final class CsvRecords {
    static final int LONGEST = 64 << 10;
    private static final int MOST_LINES = 50;

    private final Lines lines;
    private final Deque<Line> ahead = new ArrayDeque<>();

    CsvRecords(InputStream in) {
        lines = new Lines(in);
    }

    /**
     * One record.
     *
     * @param line where it begins, from 1
     * @param text null if it is longer than 64 KB
     */
    record Line(long line, String text) {}

    /** Null at the end. */
    Line next() throws IOException {
        Line first = take();
        if (first == null || first.text == null || !open(first.text)) {
            return first;
        }
        StringBuilder whole = new StringBuilder(first.text);
        Deque<Line> joined = new ArrayDeque<>();
        while (joined.size() < MOST_LINES && whole.length() < LONGEST) {
            Line more = take();
            if (more == null) {
                break;
            }
            joined.add(more);
            if (more.text == null) {
                break;
            }
            whole.append('\n').append(more.text);
            if (open(more.text)) {
                return new Line(first.line, whole.toString());
            }
        }
        while (!joined.isEmpty()) {
            ahead.addFirst(joined.removeLast());
        }
        return first;
    }

    private Line take() throws IOException {
        if (!ahead.isEmpty()) {
            return ahead.removeFirst();
        }
        byte[] bytes = lines.next();
        if (bytes == null) {
            return null;
        }
        boolean tooLong = lines.tooLong() || bytes.length > LONGEST;
        return new Line(lines.number(), tooLong ? null : new String(bytes, StandardCharsets.UTF_8));
    }

    /** Whether a quote is left open at the end: their number is odd. */
    private static boolean open(String text) {
        boolean open = false;
        for (int at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
            open = !open;
        }
        return open;
    }
}
