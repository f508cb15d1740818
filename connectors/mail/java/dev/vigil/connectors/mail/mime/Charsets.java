package dev.vigil.connectors.mail.mime;

import jakarta.mail.internet.MimeUtility;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;

/** Bytes to characters as mail readers do it: by the declared charset where it holds, else by a good guess. */
public final class Charsets {
    private static final Charset WESTERN = charset("windows-1252", StandardCharsets.ISO_8859_1);

    /** What is declared and what is meant differ: web browsers and mail readers know these (WHATWG Encoding). */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("ansi_x3.4-1968", "windows-1252"),
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("ks_c_5601", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("iso-8859-8-i", "ISO-8859-8"),
            Map.entry("utf8", "UTF-8"),
            Map.entry("x-mac-roman", "x-MacRoman"),
            Map.entry("macintosh", "x-MacRoman"));

    private Charsets() {}

    /** @param declared the charset's name as the mail gives it, or null */
    public static String decode(byte[] bytes, String declared) {
        int mark = byteOrderMark(bytes);
        if (mark > 0) {
            return new String(bytes, mark, bytes.length - mark, markedCharset(bytes));
        }
        Charset named = named(declared);
        if (named == null || named.equals(WESTERN) || named.equals(StandardCharsets.UTF_8)) {
            return utf8(bytes, named);
        }
        return new String(bytes, named);
    }

    /** The charset that a name means, or null for an unknown or missing one. */
    public static Charset named(String declared) {
        if (declared == null || declared.isBlank()) {
            return null;
        }
        String name = declared.strip().toLowerCase(Locale.ROOT).replaceAll("[\"'\\s]", "");
        Charset meant = charset(MEANT.getOrDefault(name, name), null);
        return meant != null ? meant : charset(MimeUtility.javaCharset(name), null);
    }

    /** Strict UTF-8 if it is; text that is only said to be something western is often UTF-8. */
    private static String utf8(byte[] bytes, Charset named) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            if (StandardCharsets.UTF_8.equals(named)) {
                return mostlyUtf8(bytes);
            }
            return new String(bytes, WESTERN);
        }
    }

    /** A few broken sequences (text that was cut by bytes) leave marks; text that never was UTF-8 is western. */
    private static String mostlyUtf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long broken = text.chars().filter(c -> c == 0xFFFD).count();
        long good = text.chars().filter(c -> c > 0x7F && c != 0xFFFD).count();
        return broken > good ? new String(bytes, WESTERN) : text;
    }

    private static int byteOrderMark(byte[] b) {
        if (b.length >= 3 && (b[0] & 0xFF) == 0xEF && (b[1] & 0xFF) == 0xBB && (b[2] & 0xFF) == 0xBF) {
            return 3;
        }
        boolean utf16 = b.length >= 2
                && ((b[0] & 0xFF) == 0xFE && (b[1] & 0xFF) == 0xFF || (b[0] & 0xFF) == 0xFF && (b[1] & 0xFF) == 0xFE);
        return utf16 ? 2 : 0;
    }

    private static Charset markedCharset(byte[] b) {
        return switch (b[0] & 0xFF) {
            case 0xEF -> StandardCharsets.UTF_8;
            case 0xFE -> StandardCharsets.UTF_16BE;
            default -> StandardCharsets.UTF_16LE;
        };
    }

    private static Charset charset(String name, Charset otherwise) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return otherwise;
        }
    }
}
