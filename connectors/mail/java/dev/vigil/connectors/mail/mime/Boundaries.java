package dev.vigil.connectors.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the parts of a multipart body. The declared boundary comes first; if no line bears it, a line that only starts
 * with it; and if none does, the first line that looks like a boundary and has a header below it.
 */
final class Boundaries {
    private final byte[] buffer;
    private final int from;
    private final int to;

    Boundaries(byte[] buffer, int from, int to) {
        this.buffer = buffer;
        this.from = from;
        this.to = to;
    }

    /** The parts as {start, end}; empty when there is nothing to cut at. */
    List<int[]> slices(String declared, int most) {
        List<int[]> slices = List.of();
        if (declared != null && !declared.isBlank()) {
            byte[] delimiter = ("--" + declared.stripTrailing()).getBytes(StandardCharsets.ISO_8859_1);
            slices = slices(delimiter, true, most);
            if (slices.isEmpty()) {
                slices = slices(delimiter, false, most);
            }
        }
        if (slices.isEmpty()) {
            byte[] guess = guess();
            return guess == null ? slices : slices(guess, true, most);
        }
        return slices;
    }

    private List<int[]> slices(byte[] delimiter, boolean whole, int most) {
        List<int[]> slices = new ArrayList<>();
        int open = -1;
        int line = from;
        while (line < to && slices.size() < most) {
            int end = Headers.lineEnd(buffer, line, to);
            if (startsWith(line, end, delimiter)) {
                int rest = line + delimiter.length;
                boolean closing = end - rest >= 2 && buffer[rest] == '-' && buffer[rest + 1] == '-';
                if (!whole || isBlank(closing ? rest + 2 : rest, end)) {
                    if (open >= 0) {
                        slices.add(new int[] {open, beforeLineEnd(open, line)});
                    }
                    open = closing ? -1 : Math.min(to, end + 1);
                }
            }
            line = end + 1;
        }
        if (open >= 0 && slices.size() < most && !isBlank(open, to)) {
            slices.add(new int[] {open, to});
        }
        return slices;
    }

    /** The line end before a boundary belongs to the boundary. */
    private int beforeLineEnd(int open, int line) {
        int end = line;
        if (end > open && buffer[end - 1] == '\n') {
            end--;
        }
        return end > open && buffer[end - 1] == '\r' ? end - 1 : end;
    }

    private byte[] guess() {
        int line = from;
        for (int i = 0; i < 1000 && line < to; i++) {
            int end = Headers.lineEnd(buffer, line, to);
            int stop = end > line && buffer[end - 1] == '\r' ? end - 1 : end;
            boolean dashes = stop - line > 3 && buffer[line] == '-' && buffer[line + 1] == '-';
            if (dashes && contentHeaderAt(end + 1)) {
                byte[] guess = Arrays.copyOfRange(buffer, line, stop);
                return new String(guess, StandardCharsets.ISO_8859_1).isBlank() ? null : guess;
            }
            line = end + 1;
        }
        return null;
    }

    private boolean contentHeaderAt(int at) {
        byte[] word = "content-".getBytes(StandardCharsets.ISO_8859_1);
        if (at + word.length > to) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (Character.toLowerCase(buffer[at + i]) != word[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean startsWith(int line, int end, byte[] delimiter) {
        return end - line >= delimiter.length
                && Arrays.equals(buffer, line, line + delimiter.length, delimiter, 0, delimiter.length);
    }

    private boolean isBlank(int start, int end) {
        for (int i = start; i < end; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r' && buffer[i] != '\n') {
                return false;
            }
        }
        return true;
    }
}
