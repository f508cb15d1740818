package dev.vigil.connectors.mail.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;

/** Content-Transfer-Encoding (RFC 2045), undone as far as it can be: what is broken ends the part, not the mail. */
final class TransferEncoding {
    private TransferEncoding() {}

    /** @param name the header's value, or null; an unknown one leaves the bytes as they are */
    static byte[] undo(byte[] buffer, int from, int to, String name) {
        String encoding = name == null
                ? ""
                : name.replaceAll("\\(.*?\\)|[;\"'].*", "").strip().toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "base64" -> base64(buffer, from, to);
            case "quoted-printable" -> angus(buffer, from, to, "quoted-printable");
            case "x-uuencode", "x-uue", "uuencode" -> angus(buffer, from, to, "uuencode");
            default -> Arrays.copyOfRange(buffer, from, to);
        };
    }

    /** Skips what is not of the alphabet and goes on after padding: footers and joined blocks occur inside. */
    static byte[] base64(byte[] buffer, int from, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(16, (to - from) / 4 * 3));
        int bits = 0;
        int held = 0;
        for (int i = from; i < to; i++) {
            int value = sextet(buffer[i]);
            if (buffer[i] == '=') {
                bits = 0;
                held = 0;
            } else if (value >= 0) {
                bits = bits << 6 | value;
                held += 6;
                if (held >= 8) {
                    held -= 8;
                    out.write(bits >> held);
                    bits &= (1 << held) - 1;
                }
            }
        }
        return out.toByteArray();
    }

    private static int sextet(byte b) {
        if (b >= 'A' && b <= 'Z') {
            return b - 'A';
        }
        if (b >= 'a' && b <= 'z') {
            return b - 'a' + 26;
        }
        if (b >= '0' && b <= '9') {
            return b - '0' + 52;
        }
        return b == '+' || b == '-' ? 62 : b == '/' || b == '_' ? 63 : -1;
    }

    private static byte[] angus(byte[] buffer, int from, int to, String encoding) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(to - from);
        byte[] block = new byte[8192];
        try (InputStream in = MimeUtility.decode(new ByteArrayInputStream(buffer, from, to - from), encoding)) {
            for (int n = in.read(block); n > 0; n = in.read(block)) {
                out.write(block, 0, n);
            }
        } catch (IOException | MessagingException e) {
            return out.size() > 0 ? out.toByteArray() : Arrays.copyOfRange(buffer, from, to);
        }
        return out.toByteArray();
    }
}
