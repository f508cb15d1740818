package dev.vigil.notify;

import dev.vigil.core.Trouble;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The server that takes Vigil's mail.
 *
 * @param port 465 for {@link Security#TLS}, 587 for {@link Security#STARTTLS} with most servers
 * @param user null when the server wants no login
 * @param password gives it when it is needed; null without a user
 * @param from one plain address, as in {@code vigil@example.org}
 * @param to one plain address: the person's own
 * @param patience how long to wait for the server at any one step
 */
public record SmtpSettings(
        String host,
        int port,
        Security security,
        String user,
        Supplier<String> password,
        String from,
        String to,
        Duration patience) {
    /** How the connection is kept secret. NONE: not at all, for a server on this machine or network. */
    public enum Security {
        TLS,
        STARTTLS,
        NONE
    }

    /** @throws Trouble if something of it cannot be used; the sentence says what to change */
    public SmtpSettings {
        if (!host.matches("[-_.:%\\[\\]A-Za-z0-9]{1,255}") || port < 1 || port > 65_535) {
            throw new Trouble(
                    "The mail channel needs the name of a server and its port, such as smtp.example.org and 587.");
        }
        if (security == Security.NONE && !Nearby.is(host)) {
            throw new Trouble("The mail channel must use TLS or STARTTLS with " + host
                    + ", or others could read the notices on their way.");
        }
        if (user != null && password == null) {
            throw new Trouble("The mail channel has a user but no password; give it one.");
        }
        check("sender", from);
        check("recipient", to);
    }

    private static void check(String what, String address) {
        boolean plain = address.length() <= 254 && address.matches("[!-~&&[^\\s,;:<>()\\[\\]\"\\\\@]]+@[-.A-Za-z0-9]+");
        try {
            if (plain) {
                new InternetAddress(address, true).validate();
                return;
            }
        } catch (AddressException notOne) {
            throw new Trouble(sentence(what), notOne);
        }
        throw new Trouble(sentence(what));
    }

    private static String sentence(String what) {
        return "The mail channel's " + what + " must be one plain address such as ann@example.org.";
    }

    @Override
    public String toString() {
        return "mail to " + to + " by " + host + ":" + port;
    }
}
