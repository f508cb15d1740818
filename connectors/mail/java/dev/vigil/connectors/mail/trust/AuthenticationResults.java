package dev.vigil.connectors.mail.trust;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One Authentication-Results header (RFC 8601, section 2.2), and what is met beside the RFC: no server name at all
 * (Microsoft), a name without the semicolon behind it.
 *
 * @param server the authserv-id in lower case; empty when there is none
 */
record AuthenticationResults(String server, List<Result> results) {
    private static final int MAX_RESULTS = 100;
    private static final Pattern METHOD = Pattern.compile("^([a-z][\\w-]*)(?:\\s*/\\s*\\d+)?\\s*=\\s*([\\w-]+)(.*)$");
    private static final Pattern PROPERTY =
            Pattern.compile("([\\w-]+\\.[\\w-]+)\\s*=\\s*(?:\"([^\"]{0,500})\"|([^\\s\"]{1,500}))");

    AuthenticationResults {
        results = List.copyOf(results);
    }

    /**
     * @param method spf, dkim, dmarc, compauth, …
     * @param value pass, fail, softfail, none, …
     * @param properties such as {@code header.d}, lower case
     */
    record Result(String method, String value, Map<String, String> properties) {
        boolean passes() {
            return value.equals("pass");
        }

        String property(String name) {
            return properties.getOrDefault(name, "");
        }
    }

    static AuthenticationResults parse(String header) {
        String bare = withoutComments(header).toLowerCase(Locale.ROOT);
        List<Result> results = new ArrayList<>();
        String server = "";
        String[] pieces = bare.split(";");
        for (int i = 0; i < pieces.length && results.size() < MAX_RESULTS; i++) {
            String piece = pieces[i].strip();
            if (i == 0 && !METHOD.matcher(piece).matches()) {
                String[] words = piece.split("\\s+", 2);
                server = words[0];
                piece = words.length > 1 ? words[1] : "";
            }
            Matcher method = METHOD.matcher(piece);
            if (method.matches()) {
                results.add(new Result(method.group(1), method.group(2), properties(method.group(3))));
            }
        }
        return new AuthenticationResults(server, results);
    }

    private static Map<String, String> properties(String text) {
        Map<String, String> properties = new HashMap<>();
        Matcher property = PROPERTY.matcher(text);
        while (property.find() && properties.size() < 50) {
            String value = property.group(2) != null ? property.group(2) : property.group(3);
            properties.putIfAbsent(property.group(1), value);
        }
        return properties;
    }

    /** Comments may nest and may hold semicolons; quotes may hold brackets. */
    private static String withoutComments(String header) {
        StringBuilder out = new StringBuilder(header.length());
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '\\' && (depth > 0 || quoted)) {
                i++;
            } else if (c == '"' && depth == 0) {
                quoted = !quoted;
                out.append(c);
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')' && depth > 0) {
                depth--;
            } else if (depth == 0) {
                out.append(quoted && c == ';' ? ' ' : Character.isISOControl(c) ? ' ' : c);
            }
        }
        return out.toString();
    }
}
