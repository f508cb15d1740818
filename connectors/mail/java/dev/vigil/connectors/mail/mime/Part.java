package dev.vigil.connectors.mail.mime;

import java.util.List;
import java.util.Locale;

/**
 * A message or one part of it: its headers and a slice of the message's bytes. Nothing is decoded until asked for.
 *
 * @param type the media type in lower case; {@code text/plain} when none is given
 * @param within the media type of the multipart around it; empty for the message itself
 * @param children the parts of a multipart; empty for anything else
 */
public record Part(
        Headers headers, MediaType type, String within, byte[] buffer, int from, int to, List<Part> children) {
    public Part {
        children = List.copyOf(children);
    }

    public boolean isMultipart() {
        return !children.isEmpty();
    }

    public boolean is(String mediaType) {
        return type.value().equals(mediaType);
    }

    /** The content with its transfer encoding undone. */
    public byte[] content() {
        return TransferEncoding.undo(buffer, from, to, headers.raw("content-transfer-encoding"));
    }

    /** The content as text, line ends as {@code \n}. */
    public String text() {
        return Charsets.decode(content(), type.parameter("charset"))
                .replace("\r\n", "\n")
                .replace('\r', '\n');
    }

    /** {@code attachment}, {@code inline}, or empty. */
    public String disposition() {
        String raw = headers.raw("content-disposition");
        return raw == null ? "" : MediaType.disposition(raw).value();
    }

    /** The file name as people read it; empty when there is none. */
    public String fileName() {
        String raw = headers.raw("content-disposition");
        String name = raw == null ? null : MediaType.disposition(raw).readable("filename");
        if (name == null || name.isBlank()) {
            name = type.readable("name");
        }
        return name == null ? "" : name.substring(0, Math.min(name.length(), 255));
    }

    /** Without brackets; empty when there is none. */
    public String contentId() {
        String raw = headers.raw("content-id");
        return raw == null ? "" : raw.replaceAll("[<>\\s]", "").toLowerCase(Locale.ROOT);
    }
}
