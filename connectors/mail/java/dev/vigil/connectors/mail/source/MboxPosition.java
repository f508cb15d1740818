package dev.vigil.connectors.mail.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Instant;

/**
 * How far an mbox file was read, and by what to tell that it is still the same file.
 *
 * @param end its size then
 * @param last where its last message starts
 * @param count how many messages it had
 * @param modified the file's time then, in milliseconds since 1970
 * @param mark digest of its first and last bytes up to {@code end}
 */
record MboxPosition(long end, long last, int count, long modified, long mark) {
    static final MboxPosition START = new MboxPosition(0, 0, 0, 0, 0);

    private static final int MARKED = 2048;

    static MboxPosition at(Path file, long end, long last, int count, Instant modified) throws IOException {
        return new MboxPosition(end, last, count, modified.toEpochMilli(), mark(file, end));
    }

    private static long mark(Path file, long end) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(end, MARKED);
            byte[] ends = new byte[2 * length];
            bytes.readFully(ends, 0, length);
            bytes.seek(end - length);
            bytes.readFully(ends, length, length);
            return Digests.of(ends);
        }
    }

    boolean isUnchanged(MailFile file) {
        return end == file.size() && modified == file.modified().toEpochMilli();
    }

    /**
     * Where to read on: behind what is known if messages were appended to it; at the last message if that one was not
     * complete then; at the start if the file is another one.
     */
    MboxPosition resume(MailFile file) throws IOException {
        if (end == 0 || file.size() < end) {
            return START;
        }
        try {
            if (mark(file.path(), end) != mark) {
                return START;
            }
        } catch (EOFException e) {
            return START;
        }
        boolean complete = file.size() == end || startsMessage(file.path());
        return complete ? this : new MboxPosition(last, last, count - 1, modified, mark);
    }

    private boolean startsMessage(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            bytes.seek(end);
            byte[] start = new byte[9];
            int read = bytes.read(start);
            String text = new String(start, 0, Math.max(0, read), java.nio.charset.StandardCharsets.ISO_8859_1);
            return text.replaceFirst("^[\\r\\n]{0,4}", "").startsWith("From ");
        }
    }

    static MboxPosition parse(String text) {
        String[] pieces = text.split(",");
        return new MboxPosition(
                Long.parseLong(pieces[0]),
                Long.parseLong(pieces[1]),
                Integer.parseInt(pieces[2]),
                Long.parseLong(pieces[3]),
                Digests.value(pieces[4]));
    }

    @Override
    public String toString() {
        return end + "," + last + "," + count + "," + modified + "," + Digests.text(mark, Digests.LENGTH);
    }
}
