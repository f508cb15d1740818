package dev.vigil.connectors.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Cuts a message into its parts (RFC 2046). An attached message stays one part: what is in it is old text. Bounded;
 * what is beyond the bounds is left out and named in {@link #leftOut()}.
 */
public final class MimeTree {
    public static final int MAX_PARTS = 1000;
    public static final int MAX_NESTING = 30;

    private final Set<String> leftOut = new LinkedHashSet<>();
    private final byte[] buffer;
    private int parts;

    private MimeTree(byte[] buffer) {
        this.buffer = buffer;
    }

    /** A message cut into parts. */
    public record Cut(Part message, List<String> leftOut) {}

    public static Cut cut(byte[] message) {
        MimeTree tree = new MimeTree(message);
        int start = afterBlankLines(message);
        Part part = tree.part(start, message.length, "", "text/plain", 0);
        return new Cut(part, List.copyOf(tree.leftOut));
    }

    private static int afterBlankLines(byte[] message) {
        int start = 0;
        for (int i = 0; i < message.length && Character.isWhitespace(message[i]); i++) {
            start = message[i] == '\n' ? i + 1 : start;
        }
        return start;
    }

    private Part part(int from, int to, String within, String usual, int depth) {
        parts++;
        Headers headers = Headers.read(buffer, from, to);
        if (headers.cut()) {
            leftOut.add("has header fields beyond " + Headers.MAX_FIELDS + " or longer than " + Headers.MAX_VALUE
                    + " characters, which were not read");
        }
        MediaType type = type(headers, usual);
        List<Part> children = List.of();
        int start = headers.bodyStart();
        if (type.value().startsWith("multipart/")) {
            if (depth >= MAX_NESTING) {
                leftOut.add("nests parts deeper than " + MAX_NESTING + " levels; those were not read");
            } else {
                children = children(type, start, to, depth);
            }
            if (children.isEmpty()) {
                type = new MediaType(looksLikeHtml(start, to) ? "text/html" : "text/plain", type.parameters());
            }
        }
        return new Part(headers, type, within, buffer, start, to, children);
    }

    private static MediaType type(Headers headers, String usual) {
        String raw = headers.raw("content-type");
        MediaType type = raw == null ? new MediaType(usual, Map.of()) : MediaType.parse(raw);
        if (type.value().equals("text")) {
            return new MediaType("text/plain", type.parameters());
        }
        return type.value().contains("/") ? type : new MediaType(usual, type.parameters());
    }

    private List<Part> children(MediaType type, int from, int to, int depth) {
        List<int[]> slices = new Boundaries(buffer, from, to).slices(type.parameter("boundary"), MAX_PARTS + 1);
        String usual = type.value().equals("multipart/digest") ? "message/rfc822" : "text/plain";
        List<Part> children = new ArrayList<>();
        for (int[] slice : slices) {
            if (parts >= MAX_PARTS) {
                leftOut.add("has more than " + MAX_PARTS + " parts; the others were not read");
                break;
            }
            children.add(part(slice[0], slice[1], type.value(), usual, depth + 1));
        }
        return children;
    }

    private boolean looksLikeHtml(int from, int to) {
        int stop = Math.min(to, from + 2048);
        String start = new String(buffer, from, stop - from, StandardCharsets.ISO_8859_1);
        return start.toLowerCase(Locale.ROOT).matches("(?s).*<(html|body|!doctype html|table|div)\\b.*");
    }
}
