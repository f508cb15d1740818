package dev.vigil.connectors.mail.mime;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The header fields of a message or part, in their order, unfolded. Values are kept as the bytes that came (one char a
 * byte) until somebody asks for text, because their charset may only be known from a field further down.
 */
public final class Headers {
    /** More fields than this are not read; real mail has well below 200. */
    static final int MAX_FIELDS = 2000;

    /** Longer values are cut there, in chars. */
    static final int MAX_VALUE = 64 * 1024;

    private static final Pattern NAME = Pattern.compile("[!-9;-~]{1,128}");

    private final List<Field> fields = new ArrayList<>();
    private int bodyStart;
    private boolean cut;

    /** One field; the name in lower case, the value with one char a byte. */
    private record Field(String name, StringBuilder value) {}

    private Headers() {}

    /** Reads fields from {@code from} on; the rest up to {@code to} is the body. */
    static Headers read(byte[] buffer, int from, int to) {
        Headers headers = new Headers();
        int line = from;
        while (line < to) {
            int end = lineEnd(buffer, line, to);
            int next = Math.min(to, end + 1);
            int stop = end > line && buffer[end - 1] == '\r' ? end - 1 : end;
            if (stop == line) {
                headers.bodyStart = next;
                return headers;
            }
            boolean separator = line == from && startsWithFrom(buffer, line, stop);
            if (!separator && !headers.take(buffer, line, stop, next, to)) {
                headers.bodyStart = line;
                return headers;
            }
            line = next;
        }
        headers.bodyStart = to;
        return headers;
    }

    /** @return false if the line is no part of a header: the body starts without an empty line */
    private boolean take(byte[] buffer, int from, int to, int next, int limit) {
        int colon = colon(buffer, from, to);
        boolean folded = buffer[from] == ' ' || buffer[from] == '\t';
        if (!folded && colon > 0) {
            add(text(buffer, from, colon), text(buffer, colon + 1, to));
            return true;
        }
        if (fields.isEmpty()
                || !folded && (isBoundary(buffer, from, to) || !anotherFieldFollows(buffer, next, limit))) {
            return false;
        }
        append(fields.get(fields.size() - 1).value(), text(buffer, from, to));
        return true;
    }

    private void add(String name, String value) {
        if (fields.size() == MAX_FIELDS) {
            cut = true;
            return;
        }
        fields.add(new Field(name.strip().toLowerCase(Locale.ROOT), new StringBuilder(value.strip())));
        trim(fields.get(fields.size() - 1).value());
    }

    /** A line that is no field sits among fields (a fold that lost its space), or the body starts with it. */
    private static boolean anotherFieldFollows(byte[] buffer, int from, int to) {
        int line = from;
        for (int i = 0; i < 20 && line < to; i++) {
            int end = lineEnd(buffer, line, to);
            int stop = end > line && buffer[end - 1] == '\r' ? end - 1 : end;
            if (stop == line || isBoundary(buffer, line, stop)) {
                return false;
            }
            if (colon(buffer, line, stop) > 0) {
                return true;
            }
            line = end + 1;
        }
        return false;
    }

    private static boolean isBoundary(byte[] buffer, int from, int to) {
        return to - from > 2 && buffer[from] == '-' && buffer[from + 1] == '-';
    }

    private static boolean startsWithFrom(byte[] buffer, int from, int to) {
        String start = text(buffer, from, Math.min(to, from + 6));
        return start.startsWith("From ") || start.equals(">From ");
    }

    private void append(StringBuilder value, String more) {
        value.append(' ').append(more.strip());
        trim(value);
    }

    private void trim(StringBuilder value) {
        if (value.length() > MAX_VALUE) {
            value.setLength(MAX_VALUE);
            cut = true;
        }
    }

    /** Where the colon of a field lies, or -1 if the line is none. */
    private static int colon(byte[] buffer, int from, int to) {
        for (int i = from; i < to && i < from + 140; i++) {
            if (buffer[i] == ':') {
                return NAME.matcher(text(buffer, from, i).stripTrailing()).matches() ? i : -1;
            }
        }
        return -1;
    }

    static int lineEnd(byte[] buffer, int from, int to) {
        int i = from;
        while (i < to && buffer[i] != '\n') {
            i++;
        }
        return i;
    }

    private static String text(byte[] buffer, int from, int to) {
        return new String(buffer, from, to - from, StandardCharsets.ISO_8859_1);
    }

    int bodyStart() {
        return bodyStart;
    }

    /** Some fields or values were more than is read. */
    public boolean cut() {
        return cut;
    }

    public boolean has(String name) {
        return raw(name) != null;
    }

    /** The first value as it came (one char a byte), or null. */
    public String raw(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(field -> field.value().toString())
                .orElse(null);
    }

    /** All values as they came, topmost first. */
    public List<String> allRaw(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return fields.stream()
                .filter(field -> field.name().equals(wanted))
                .map(field -> field.value().toString())
                .toList();
    }

    /** The names in their order, in lower case. */
    public List<String> names() {
        return fields.stream().map(Field::name).toList();
    }

    /** The first value with raw 8-bit characters read, encoded words still in place; empty when there is none. */
    public String value(String name) {
        String raw = raw(name);
        return raw == null ? "" : characters(raw);
    }

    /** The first value as people read it; empty when there is none. */
    public String text(String name) {
        return EncodedWords.decode(value(name)).replaceAll("[\\p{Cntrl}]+", " ").strip();
    }

    /** 8-bit headers are UTF-8, or in the body's charset, or western. */
    public String characters(String raw) {
        if (raw.chars().allMatch(c -> c < 0x80)) {
            return raw;
        }
        String type = raw("content-type");
        Charset body =
                type == null ? null : Charsets.named(MediaType.parse(type).parameter("charset"));
        return Charsets.decode(raw.getBytes(StandardCharsets.ISO_8859_1), body == null ? null : body.name());
    }
}
