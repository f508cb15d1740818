package dev.vigil.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Bounds the ids that the outside world makes up, so that they fit an index of any database. */
final class Keys {
    static final int LONGEST = 400;

    private Keys() {}

    /** Whether the text is its own key. */
    static boolean fits(String text) {
        return text.length() <= LONGEST && StoredText.isPlain(text);
    }

    /** The text itself, or a digest of one that is too long or has characters that a database refuses. */
    static String of(String text) {
        return fits(text) ? text : "sha256:" + digest(text);
    }

    private static String digest(String text) {
        try {
            byte[] bytes = StoredText.encode(text).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
