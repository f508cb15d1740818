package dev.vigil.connectors.health;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that bounds how much one item may hold, and remembers why it broke off. */
final class Guarded extends FilterInputStream {
    private static final long UNBOUNDED = Long.MAX_VALUE;
    private long left = UNBOUNDED;
    private String what;
    private IOException failure;

    Guarded(InputStream in) {
        super(in);
    }

    /** From now on at most so many bytes, until the next call of this or {@link #free}. */
    void bound(long bytes, String sentence) {
        left = bytes;
        what = sentence;
    }

    void free() {
        left = UNBOUNDED;
    }

    /** Why no more bytes came, or null. */
    IOException failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int at, int length) throws IOException {
        try {
            int count = in.read(to, at, length);
            if (left != UNBOUNDED && (left -= Math.max(0, count)) < 0) {
                throw new Unreadable(what);
            }
            return count;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Leaves the stream below open: it may be one entry of an archive that goes on. */
    @Override
    public void close() {}
}
