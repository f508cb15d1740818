package dev.vigil.connectors.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Message ids, without their brackets. */
final class MessageIds {
    /** A thread's oldest ids are dropped beyond this. */
    private static final int MAX_REFERENCES = 200;

    private static final int MAX_LENGTH = 998;
    private static final Pattern BRACKETED = Pattern.compile("<([^<>]{1,998})>");

    private MessageIds() {}

    /** The first id, or null when there is none. */
    static String first(String header) {
        List<String> all = all(header);
        return all.isEmpty() ? null : all.get(0);
    }

    /** All ids in their order; without brackets, words with an {@code @} count. */
    static List<String> all(String header) {
        List<String> ids = new ArrayList<>();
        Matcher bracketed = BRACKETED.matcher(header);
        while (bracketed.find()) {
            add(ids, bracketed.group(1));
        }
        if (ids.isEmpty()) {
            String bare = header.replaceAll("[<>]", " ").strip();
            for (String word : bare.split("[\\s,]+")) {
                if (word.contains("@") || !bare.contains(" ")) {
                    add(ids, word);
                }
            }
        }
        return ids.size() > MAX_REFERENCES
                ? List.copyOf(ids.subList(ids.size() - MAX_REFERENCES, ids.size()))
                : List.copyOf(ids);
    }

    private static void add(List<String> ids, String id) {
        String bare = id.replaceAll("[\\s\\p{Cntrl}]+", "");
        if (!bare.isEmpty() && bare.length() <= MAX_LENGTH) {
            ids.add(bare);
        }
    }

    /** An id for a mail without one: the same for the same message however its line ends are stored. */
    static String made(byte[] message) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            int end = message.length;
            while (end > 0 && (message[end - 1] == '\n' || message[end - 1] == '\r')) {
                end--;
            }
            int from = 0;
            for (int i = 0; i < end; i++) {
                if (message[i] == '\r') {
                    digest.update(message, from, i - from);
                    from = i + 1;
                }
            }
            digest.update(message, from, Math.max(0, end - from));
            digest.update("\n".getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest()).substring(0, 32) + "@made.vigil.invalid";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
