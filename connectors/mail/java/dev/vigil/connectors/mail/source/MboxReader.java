package dev.vigil.connectors.mail.source;

import dev.vigil.connectors.mail.MailParser;
import dev.vigil.connectors.mail.mime.Dates;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Splits an mbox file (RFC 4155 and its older kin) into messages from an offset on, holding one message at a time. A
 * "From " line counts as a separator if it looks like one and a header line follows: not every program escapes those
 * that a person writes.
 */
final class MboxReader implements Closeable {
    private static final int LONGEST_LINE = 64 * 1024;
    private static final Pattern SEPARATOR = Pattern.compile("From (?:- .*|MAILER-DAEMON.*|\\S+@\\S+\\s*)");
    private static final Pattern HEADER = Pattern.compile("(?s)(?:[!-9;-~]{1,100}[ \\t]*:|>From ).*");

    private final InputStream in;
    private long offset;
    private byte[] held;
    private byte[] queue;
    private boolean ended;

    private byte[] message;
    private long start;
    private Instant written;
    private boolean tooLarge;

    MboxReader(Path file, long from) throws IOException {
        in = new BufferedInputStream(Files.newInputStream(file), 64 * 1024);
        in.skipNBytes(from);
        offset = from;
        held = line();
        while (held != null && new String(held, StandardCharsets.ISO_8859_1).isBlank()) {
            offset += held.length;
            held = line();
        }
    }

    /** @return false when there are no more messages */
    boolean next() throws IOException {
        if (held == null) {
            return false;
        }
        start = offset;
        tooLarge = false;
        String first = new String(held, StandardCharsets.ISO_8859_1);
        written = first.startsWith("From ") ? Dates.parse(first.replaceFirst("^From \\S*\\s*", "")) : null;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 * 1024);
        boolean blank = false;
        byte[] line = held;
        boolean isFirst = true;
        while (line != null) {
            byte[] following = line();
            if (!isFirst && separates(line, following, blank)) {
                held = line;
                queue = following;
                break;
            }
            if (!isFirst || !first.startsWith("From ")) {
                take(bytes, line);
            }
            offset += line.length;
            blank = isBlank(line);
            isFirst = false;
            line = following;
        }
        if (line == null) {
            held = null;
        }
        message = bytes.toByteArray();
        return true;
    }

    private void take(ByteArrayOutputStream bytes, byte[] line) {
        tooLarge |= bytes.size() + line.length > MailParser.MAX_MESSAGE;
        if (tooLarge) {
            bytes.reset();
        } else {
            bytes.writeBytes(line);
        }
    }

    private static boolean separates(byte[] line, byte[] following, boolean afterBlank) {
        if (line.length < 6 || line[0] != 'F' || line[1] != 'r' || line[2] != 'o' || line[3] != 'm' || line[4] != ' ') {
            return false;
        }
        String text = new String(line, 0, Math.min(line.length, 1000), StandardCharsets.ISO_8859_1).stripTrailing();
        String next = following == null
                ? ""
                : new String(following, 0, Math.min(following.length, 200), StandardCharsets.ISO_8859_1);
        boolean dated = Dates.parse(text.replaceFirst("^From \\S*\\s*", "")) != null;
        return HEADER.matcher(next).matches()
                && (dated || afterBlank && SEPARATOR.matcher(text).matches());
    }

    private static boolean isBlank(byte[] line) {
        return line.length == 1 && line[0] == '\n' || line.length == 2 && line[0] == '\r' && line[1] == '\n';
    }

    /** A line with its end; a longer one comes in pieces. Null at the end. */
    private byte[] line() throws IOException {
        if (queue != null) {
            byte[] line = queue;
            queue = null;
            return line;
        }
        if (ended) {
            return null;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        int c = in.read();
        while (c >= 0) {
            line.write(c);
            if (c == '\n' || line.size() >= LONGEST_LINE) {
                return line.toByteArray();
            }
            c = in.read();
        }
        ended = true;
        return line.size() == 0 ? null : line.toByteArray();
    }

    /** The message without its separator line; empty if {@link #tooLarge}. */
    byte[] message() {
        return message;
    }

    /** Where the message starts in the file. */
    long start() {
        return start;
    }

    /** Where the next one starts, or the file's end. */
    long end() {
        return offset;
    }

    /** The separator's date, or null. */
    Instant written() {
        return written;
    }

    boolean tooLarge() {
        return tooLarge;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
