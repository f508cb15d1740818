package dev.vigil.notify;

import dev.vigil.core.run.Notice;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A notice's id in a form that every far side takes: 1 to 64 letters, digits, hyphens and underscores. */
final class WireId {
    private static final Pattern TAKEN_EVERYWHERE = Pattern.compile("[-_A-Za-z0-9]{1,64}");

    private WireId() {}

    /** The id itself where it has that form, else its digest: always the same for the same id. */
    static String of(Notice notice) {
        String id = notice.id();
        if (TAKEN_EVERYWHERE.matcher(id).matches()) {
            return id;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
