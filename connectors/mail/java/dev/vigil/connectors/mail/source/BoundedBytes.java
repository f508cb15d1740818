package dev.vigil.connectors.mail.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Takes so many bytes and no more: a server's word on a message's size is not proof. */
final class BoundedBytes extends OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 * 1024);
    private final int most;

    BoundedBytes(int most) {
        this.most = most;
    }

    @Override
    public void write(int b) throws IOException {
        require(1);
        bytes.write(b);
    }

    @Override
    public void write(byte[] b, int from, int length) throws IOException {
        require(length);
        bytes.write(b, from, length);
    }

    private void require(int more) throws Full {
        if (bytes.size() + (long) more > most) {
            throw new Full();
        }
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }

    /** More came than is taken. */
    static final class Full extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
