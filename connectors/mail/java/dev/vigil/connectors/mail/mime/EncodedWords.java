package dev.vigil.connectors.mail.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Encoded words of headers (RFC 2047), also where they are not allowed: inside quotes, within words, with spaces in
 * them. Neighbours are joined as bytes first, because many senders cut a character in two.
 */
public final class EncodedWords {
    private static final Pattern WORD =
            Pattern.compile("=\\?([^?\\s]{1,64})\\?([bBqQ])\\?([^?]{0,4096})\\?=", Pattern.DOTALL);

    private EncodedWords() {}

    public static String decode(String header) {
        if (!header.contains("=?")) {
            return header;
        }
        StringBuilder out = new StringBuilder();
        ByteArrayOutputStream run = new ByteArrayOutputStream();
        String charset = null;
        int end = 0;
        Matcher word = WORD.matcher(header);
        while (word.find()) {
            String between = header.substring(end, word.start());
            String here = word.group(1).replaceAll("\\*.*", "").toLowerCase(Locale.ROOT);
            boolean neighbour = charset != null && between.isBlank();
            if (!neighbour || !here.equals(charset)) {
                flush(out, run, charset);
                out.append(neighbour ? "" : between);
            }
            charset = here;
            run.writeBytes(bytes(word.group(2), word.group(3)));
            end = word.end();
        }
        flush(out, run, charset);
        return out.append(header, end, header.length()).toString();
    }

    private static void flush(StringBuilder out, ByteArrayOutputStream run, String charset) {
        if (run.size() > 0) {
            out.append(Charsets.decode(run.toByteArray(), charset));
            run.reset();
        }
    }

    private static byte[] bytes(String encoding, String text) {
        byte[] raw = text.getBytes(StandardCharsets.ISO_8859_1);
        return "b".equalsIgnoreCase(encoding) ? TransferEncoding.base64(raw, 0, raw.length) : quoted(raw);
    }

    private static byte[] quoted(byte[] raw) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length);
        for (int i = 0; i < raw.length; i++) {
            int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(raw[i + 2], 16) : -1;
            if (raw[i] == '=' && low >= 0) {
                out.write(high << 4 | low);
                i += 2;
            } else {
                out.write(raw[i] == '_' ? ' ' : raw[i]);
            }
        }
        return out.toByteArray();
    }
}
