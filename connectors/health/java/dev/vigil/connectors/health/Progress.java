package dev.vigil.connectors.health;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A health source's cursor: which files were read in the state that they are in, and how far into one of them. As text
 * {@code h1 KEY KEY … KEY:COUNT}, with the key of a file a digest of its name, size and time of change.
 *
 * @param done keys of files that were read to their end
 * @param partial key of the file that was broken off, or null
 * @param outcomes how many samples and refusals of it were reported
 */
record Progress(Set<String> done, String partial, long outcomes) {
    private static final String VERSION = "h1";
    private static final int KEY_BYTES = 9;

    static final Progress NONE = new Progress(Set.of(), null, 0);

    /** A cursor of another make counts as none: everything is read again, and known ids are dropped. */
    static Progress parse(String cursor) {
        if (cursor == null || !cursor.startsWith(VERSION)) {
            return NONE;
        }
        Set<String> done = new LinkedHashSet<>();
        String partial = null;
        long outcomes = 0;
        String[] parts = cursor.split(" ");
        for (int i = 1; i < parts.length; i++) {
            int colon = parts[i].indexOf(':');
            if (colon < 0) {
                done.add(parts[i]);
                continue;
            }
            try {
                outcomes = Math.max(0, Long.parseLong(parts[i].substring(colon + 1)));
                partial = parts[i].substring(0, colon);
            } catch (NumberFormatException e) {
                return NONE;
            }
        }
        return new Progress(done, partial, outcomes);
    }

    /** The key of a file read with these options; another zone gives other samples. */
    static String key(HealthFiles.Found file, HealthOptions options) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((file.shown() + '\0' + options.zone() + '\0' + options.futureAllowed())
                    .getBytes(StandardCharsets.UTF_8));
            digest.update(ByteBuffer.allocate(16)
                    .putLong(file.size())
                    .putLong(file.modified())
                    .array());
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest.digest(), KEY_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** How many outcomes of this file are known already. */
    long known(String key) {
        return key.equals(partial) ? outcomes : 0;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(VERSION);
        for (String key : done) {
            text.append(' ').append(key);
        }
        if (partial != null) {
            text.append(' ').append(partial).append(':').append(outcomes);
        }
        return text.toString();
    }
}
