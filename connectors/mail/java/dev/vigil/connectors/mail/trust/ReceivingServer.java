package dev.vigil.connectors.mail.trust;

import dev.vigil.connectors.mail.mime.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which Authentication-Results are the receiving server's own. Anybody can write such a header, so only those count
 * whose server belongs to the organisation that took the mail in; and of these the topmost run, since a forged one lies
 * below what the server put on top.
 */
final class ReceivingServer {
    private static final Pattern BY = Pattern.compile("(?i)(?:^|\\s)by\\s+([\\w.-]{1,253})");

    /** Microsoft's servers write no name of their own into the header. */
    private static final Set<String> NAMELESS = Set.of("outlook.com", "exchangelabs.com");

    private ReceivingServer() {}

    /** @param authserv the server's name by the person's own word, or null */
    static List<AuthenticationResults> results(Headers headers, String authserv) {
        String host = authserv != null && !authserv.isBlank() ? authserv.strip() : receivedBy(headers);
        List<AuthenticationResults> own = new ArrayList<>();
        List<String> values = headers.allRaw("authentication-results");
        int next = 0;
        for (String name : headers.names()) {
            if (name.equals("received") && !own.isEmpty()) {
                return own;
            }
            if (name.equals("authentication-results")) {
                AuthenticationResults results = AuthenticationResults.parse(values.get(next++));
                if (host.isEmpty()) {
                    return List.of(results);
                }
                if (isOf(results, host) && (own.isEmpty() || own.get(0).server().equals(results.server()))) {
                    own.add(results);
                }
            }
        }
        return own;
    }

    private static boolean isOf(AuthenticationResults results, String host) {
        return results.server().isEmpty()
                ? NAMELESS.contains(Organisation.of(host))
                : Organisation.same(results.server(), host);
    }

    /** The host of the topmost Received header that names one; addresses and private names tell nothing. */
    private static String receivedBy(Headers headers) {
        for (String received : headers.allRaw("received")) {
            Matcher by = BY.matcher(received.replaceAll("\\([^()]{0,500}\\)", " "));
            if (by.find() && Organisation.isNamed(by.group(1))) {
                return by.group(1);
            }
        }
        return "";
    }
}
