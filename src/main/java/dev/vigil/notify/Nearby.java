package dev.vigil.notify;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a host is this machine or on its own network, by its name alone: a password may go there in the clear. */
final class Nearby {
    /** RFC 1122 loopback, RFC 1918 and RFC 3927 addresses; IPv6 loopback, RFC 4193 and link-local ones. */
    private static final Pattern ADDRESS =
            Pattern.compile("127(\\.\\d{1,3}){3}|10(\\.\\d{1,3}){3}|192\\.168(\\.\\d{1,3}){2}"
                    + "|172\\.(1[6-9]|2\\d|3[01])(\\.\\d{1,3}){2}|169\\.254(\\.\\d{1,3}){2}"
                    + "|\\[?(::1|f[cd][0-9a-f]{2}:[0-9a-f:]*|fe[89ab][0-9a-f]:[0-9a-f:]*)(%\\w+)?]?");
    /** Names that the public DNS does not serve (RFC 6761, RFC 6762, RFC 8375, ICANN's internal). */
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+|.*\\.(localhost|local|home\\.arpa|internal|lan)");

    private Nearby() {}

    static boolean is(String host) {
        String plain = host.toLowerCase(Locale.ROOT);
        return ADDRESS.matcher(plain).matches() || NAME.matcher(plain).matches();
    }
}
