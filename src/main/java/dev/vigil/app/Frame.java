package dev.vigil.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What goes over the socket: a kind (one byte), a length (four bytes), so many bytes. One side speaks at a time: the
 * client calls, then answers each {@code WANT} with {@code IN} (empty at the end of its input) until {@code EXIT}.
 */
record Frame(Kind kind, byte[] bytes) {
    static final int LONGEST = 1 << 20;
    /** A client of another version is told so instead of being misread. */
    private static final int VERSION = 1;

    private static final int MOST_WORDS = 10_000;

    enum Kind {
        CALL,
        OUT,
        ERR,
        WANT,
        IN,
        EXIT
    }

    static Frame exit(int code) {
        return new Frame(Kind.EXIT, ByteBuffer.allocate(4).putInt(code).array());
    }

    int code() {
        return ByteBuffer.wrap(bytes).getInt();
    }

    static Frame call(Path cwd, List<String> args) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(VERSION);
        write(out, cwd.toString());
        out.writeInt(args.size());
        for (String arg : args) {
            write(out, arg);
        }
        return new Frame(Kind.CALL, bytes.toByteArray());
    }

    record Call(Path cwd, List<String> args) {}

    Call toCall() throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (kind != Kind.CALL || in.readInt() != VERSION) {
            throw new IOException("not a call of this version");
        }
        Path cwd = Path.of(read(in));
        int count = in.readInt();
        if (count < 0 || count > MOST_WORDS) {
            throw new IOException("too many words");
        }
        List<String> args = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            args.add(read(in));
        }
        return new Call(cwd, args);
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new EOFException();
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    /** Writes it whole; one thread at a time. */
    void writeTo(SocketChannel channel) throws IOException {
        if (bytes.length > LONGEST) {
            throw new IOException("a frame of " + bytes.length + " bytes is too long");
        }
        ByteBuffer buffer = ByteBuffer.allocate(5 + bytes.length);
        buffer.put((byte) kind.ordinal()).putInt(bytes.length).put(bytes).flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** @throws EOFException if the far side went away */
    static Frame readFrom(SocketChannel channel) throws IOException {
        ByteBuffer head = full(channel, 5);
        int kind = head.get();
        int length = head.getInt();
        if (kind < 0 || kind >= Kind.values().length || length < 0 || length > LONGEST) {
            throw new IOException("not a frame");
        }
        return new Frame(Kind.values()[kind], full(channel, length).array());
    }

    private static ByteBuffer full(SocketChannel channel, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException();
            }
        }
        return buffer.flip();
    }
}
