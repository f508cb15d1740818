package dev.vigil.core.fact;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether words name a sender, by name, address or domain; and the organisation behind a domain. */
public final class Senders {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Set<String> SECOND_LEVEL = Set.of("co", "com", "org", "net", "ac", "gov", "edu", "nhs", "me");
    private static final Set<String> IDLE = Set.of("the", "a", "an", "my", "our", "from", "of", "at", "and", "s");

    private Senders() {}

    /** True if every word of {@code wanted} is in the name or address, or all together are in the domain. */
    public static boolean names(String wanted, Address address) {
        if (wanted.indexOf('@') >= 0) {
            String email = wanted.strip().toLowerCase(Locale.ROOT);
            return email.startsWith("@")
                    ? address.email().endsWith(email)
                    : address.email().equals(email);
        }
        List<String> asked = words(wanted);
        if (asked.isEmpty()) {
            return false;
        }
        List<String> name = words(address.name());
        List<String> email = words(address.email());
        if (asked.stream().allMatch(word -> name.contains(word) || email.contains(word))) {
            return true;
        }
        String squashed = String.join("", asked);
        return squashed.length() > 2
                && (Arrays.asList(address.domain().split("\\.")).stream()
                                .anyMatch(label -> squash(label).equals(squashed))
                        || String.join("", name).equals(squashed));
    }

    /** The registrable domain, by rule of thumb: two labels, three under {@code co.uk} and the like. */
    public static String organisation(String domain) {
        String[] labels = domain.split("\\.");
        int from = labels.length - 2;
        if (from > 0 && labels[labels.length - 1].length() == 2 && SECOND_LEVEL.contains(labels[from])) {
            from--;
        }
        return from <= 0 ? domain : String.join(".", Arrays.copyOfRange(labels, from, labels.length));
    }

    private static List<String> words(String text) {
        return NO_WORD.splitAsStream(fold(text).replaceAll("['’]s\\b", ""))
                .filter(word -> !word.isEmpty() && !IDLE.contains(word))
                .toList();
    }

    private static String squash(String label) {
        return NO_WORD.matcher(fold(label)).replaceAll("");
    }

    private static String fold(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
