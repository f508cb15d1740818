package dev.vigil.connectors.mail.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Short digests for cursors: 48 bits tell files apart, they protect nothing. */
final class Digests {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

    /** Chars of a digest as text. */
    static final int LENGTH = 8;

    private Digests() {}

    static long of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static long of(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            long value = 0;
            for (int i = 0; i < 6; i++) {
                value = value << 8 | digest[i] & 0xFF;
            }
            return value;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String text(long value, int length) {
        char[] text = new char[length];
        for (int i = length - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt((int) (value >> 6 * (length - 1 - i) & 63));
        }
        return new String(text);
    }

    /** @throws IllegalArgumentException for what {@link #text} did not write */
    static long value(String text) {
        long value = 0;
        for (char c : text.toCharArray()) {
            int digit = DIGITS.indexOf(c);
            if (digit < 0) {
                throw new IllegalArgumentException("not a digest: " + text);
            }
            value = value << 6 | digit;
        }
        return value;
    }
}
