package dev.vigil.connectors.health;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lines of bytes without their ends, of bounded length. */
final class Lines {
    private static final int LONGEST = 16 << 20;
    private static final byte[] NONE = new byte[0];

    private final InputStream in;
    private final byte[] block = new byte[64 << 10];
    private final ByteArrayOutputStream part = new ByteArrayOutputStream();
    private int next;
    private int till;
    private long number;
    private boolean tooLong;

    Lines(InputStream in) {
        this.in = in;
    }

    /** The line last given, from 1. */
    long number() {
        return number;
    }

    /** Whether the line last given was longer than 16 MB; it is then given as empty. */
    boolean tooLong() {
        return tooLong;
    }

    /** Null at the end. */
    byte[] next() throws IOException {
        if (next == till && !fill()) {
            return null;
        }
        number++;
        tooLong = false;
        part.reset();
        do {
            int from = next;
            while (next < till && block[next] != '\n') {
                next++;
            }
            if (part.size() + next - from > LONGEST) {
                tooLong = true;
                part.reset();
            } else if (!tooLong) {
                part.write(block, from, next - from);
            }
            if (next < till) {
                next++;
                break;
            }
        } while (fill());
        return tooLong ? NONE : trimmed();
    }

    private byte[] trimmed() {
        byte[] line = part.toByteArray();
        int length = line.length;
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        return length == line.length ? line : java.util.Arrays.copyOf(line, length);
    }

    private boolean fill() throws IOException {
        till = in.read(block, 0, block.length);
        next = 0;
        if (till < 0) {
            till = 0;
        }
        return till > 0;
    }
}
