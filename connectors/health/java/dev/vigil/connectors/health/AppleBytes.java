package dev.vigil.connectors.health;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of an Apple Health export as its XML parser may see them: without the prolog and its DTD (which exports of
 * iOS 16 write wrongly, and which nothing here needs), with control characters that XML forbids (seen in the same
 * exports) as spaces, and with a bound on how much may pass without an element. It keeps what it handed out last, so
 * that reading can be taken up again behind a broken element.
 */
final class AppleBytes extends InputStream {
    static final int LONGEST_ELEMENT = 4 << 20;
    private static final byte[] ROOT = "<HealthData".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OPENED = "<HealthData>".getBytes(StandardCharsets.US_ASCII);
    private static final String[] RECORDS = {"<Record", "<Workout", "<Correlation"};
    /** More than a parser reads ahead at once. */
    private static final int KEPT = 16 << 10;

    private final InputStream in;
    private final byte[] block = new byte[KEPT + (64 << 10)];
    /** Where block[0] lies in the file. */
    private long blockStart;

    private int next;
    private int till;
    private long fragment;
    /** How much of the root element that replaces the file's own was handed out; all of it while that one is read. */
    private int opened = OPENED.length;

    private int put;
    private long fragmentLine = 1;
    private int sinceElement;
    private boolean ended;
    private IOException failure;

    AppleBytes(InputStream in) {
        this.in = in;
    }

    /**
     * Moves to the root element; call it first.
     *
     * @return false if there is none
     */
    boolean toRoot() throws IOException {
        long lines = 0;
        int run = 0;
        while (next < till || refill()) {
            byte b = block[next];
            if (run == ROOT.length && !isName(b)) {
                next -= run;
                beginFragment(1 + lines, 0);
                return true;
            }
            run = run < ROOT.length && b == ROOT[run] ? run + 1 : b == ROOT[0] ? 1 : 0;
            lines += b == '\n' ? 1 : 0;
            next++;
        }
        return false;
    }

    /** Tells that the parser got on. */
    void element() {
        sinceElement = 0;
    }

    /** The file's line for a line that the parser counted in the present fragment. */
    long line(long lineOfFragment) {
        return fragmentLine + lineOfFragment - 1;
    }

    /** Whether the parser read up to the end. */
    boolean ended() {
        return ended;
    }

    /** Why no more bytes came, or null. */
    IOException failure() {
        return failure;
    }

    /**
     * Whether an error at this byte of the present fragment was an end tag.
     *
     * @param offset as the parser counts it
     */
    boolean atEndTag(long offset) {
        int at = (int) Math.min(place(offset) - blockStart, till);
        for (int i = at - 1; i > 0 && i > at - 100; i--) {
            if (block[i] == '<') {
                return i + 1 < till && block[i + 1] == '/';
            }
        }
        return false;
    }

    /**
     * Moves behind a broken element, to the next Record, Workout or Correlation; the parser then starts anew, with a
     * root element put before it.
     *
     * @param offset where the parser found the error, in bytes of the present fragment
     * @param line of the error in the present fragment
     * @return false if no further one follows
     */
    boolean toNextRecord(long offset, long line) throws IOException {
        // Two back: an error at the "<" of the next element (a quote was left open) must not lose that one too.
        long from = Math.max(Math.max(place(offset) - 2, fragment + 1), blockStart);
        long lineThere = line(line);
        next = (int) Math.min(from - blockStart, till);
        ended = false;
        while (next < till || refill()) {
            if (block[next] == '<' && startsRecord()) {
                beginFragment(lineThere, OPENED.length);
                return true;
            }
            lineThere += block[next] == '\n' ? 1 : 0;
            next++;
        }
        return false;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int at, int length) throws IOException {
        if (opened < OPENED.length) {
            int count = Math.min(length, OPENED.length - opened);
            System.arraycopy(OPENED, opened, to, at, count);
            opened += count;
            return count;
        }
        if (next == till && !refill()) {
            ended = true;
            return -1;
        }
        int count = Math.min(length, till - next);
        System.arraycopy(block, next, to, at, count);
        next += count;
        sinceElement += count;
        if (sinceElement > LONGEST_ELEMENT) {
            failure = new Unreadable("has an element longer than 4 MB");
            throw failure;
        }
        return count;
    }

    private void beginFragment(long line, int putBefore) {
        put = putBefore;
        opened = OPENED.length - putBefore;
        fragment = blockStart + next;
        fragmentLine = line;
        sinceElement = 0;
    }

    private long place(long offset) {
        return fragment + offset - put;
    }

    private boolean startsRecord() throws IOException {
        while (till - next < 16 && refill()) {
            // so that the longest name and what follows it are there
        }
        for (String name : RECORDS) {
            int length = name.length();
            if (till - next > length && block[next + length] <= ' ' && block[next + length] > 0) {
                int same = 0;
                while (same < length && block[next + same] == name.charAt(same)) {
                    same++;
                }
                if (same == length) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isName(byte b) {
        return b > ' ' && b != '>' && b != '/';
    }

    /** Reads on, keeping the last bytes that were handed out. */
    private boolean refill() throws IOException {
        if (failure != null) {
            throw failure;
        }
        int drop = Math.max(0, next - KEPT);
        if (drop > 0) {
            System.arraycopy(block, drop, block, 0, till - drop);
            blockStart += drop;
            next -= drop;
            till -= drop;
        }
        int count;
        try {
            count = in.read(block, till, block.length - till);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
        if (count <= 0) {
            return false;
        }
        for (int i = till; i < till + count; i++) {
            byte b = block[i];
            if (b < ' ' && b >= 0 && b != '\n' && b != '\t' && b != '\r') {
                block[i] = ' ';
            }
        }
        till += count;
        return true;
    }
}
