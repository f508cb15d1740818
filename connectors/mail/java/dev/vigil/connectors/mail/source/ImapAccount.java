package dev.vigil.connectors.mail.source;

import dev.vigil.core.Trouble;
import dev.vigil.core.port.Connector.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * An IMAP account as the settings give it.
 *
 * @param encrypted TLS from the first byte (imaps); else STARTTLS
 * @param bare without TLS: this machine itself, or the person insists
 * @param password never shown
 * @param folders the folders to read; empty = INBOX and the one of sent mail
 * @param since mail that came in before is not read; null = all
 */
public record ImapAccount(
        String host,
        int port,
        boolean encrypted,
        boolean bare,
        String user,
        String password,
        List<String> folders,
        LocalDate since) {
    private static final String CONNECT_MILLIS = "20000";
    private static final String READ_MILLIS = "60000";

    public ImapAccount {
        folders = List.copyOf(folders);
    }

    /** @throws Trouble if a setting is missing or cannot be used */
    public static ImapAccount of(Settings settings) {
        URI url = url(settings.place());
        boolean encrypted = url.getScheme().equalsIgnoreCase("imaps");
        boolean insecure = "true".equalsIgnoreCase(settings.options().get("insecure"));
        String user = settings.user() == null || settings.user().isBlank() ? url.getUserInfo() : settings.user();
        if (user == null || user.isBlank()) {
            throw new Trouble("The user name for " + url.getHost() + " is missing; give it with --user.");
        }
        if (settings.password() == null || settings.password().isEmpty()) {
            throw new Trouble("The password for " + url.getHost() + " is missing; give it with --password-file.");
        }
        return new ImapAccount(
                url.getHost(),
                url.getPort() > 0 ? url.getPort() : encrypted ? 993 : 143,
                encrypted,
                !encrypted && (insecure || isThisMachine(url.getHost())),
                user,
                settings.password(),
                folders(settings.options().getOrDefault("folders", ""), url.getPath()),
                since(settings.options().get("since")));
    }

    private static URI url(String place) {
        try {
            URI url = new URI(place.strip());
            if (url.getHost() == null) {
                throw new Trouble("The IMAP address names no server; write it like imaps://imap.example.org.");
            }
            if (url.getUserInfo() != null && url.getUserInfo().contains(":")) {
                throw new Trouble("The IMAP address must not hold the password; give it with --password-file.");
            }
            return url;
        } catch (URISyntaxException e) {
            // The address may hold a password, so neither it nor the exception's text goes on.
            throw new Trouble("The IMAP address cannot be read; write it like imaps://imap.example.org.");
        }
    }

    private static List<String> folders(String option, String path) {
        String names = !option.isBlank() ? option : path == null ? "" : path.replaceFirst("^/", "");
        return Arrays.stream(names.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static LocalDate since(String option) {
        try {
            return option == null || option.isBlank() ? null : LocalDate.parse(option.strip());
        } catch (DateTimeException e) {
            throw new Trouble("The option since must be a date like 2026-01-31, not \"" + option + "\".", e);
        }
    }

    private static boolean isThisMachine(String host) {
        String bare = host.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
        return bare.equals("localhost") || bare.equals("::1") || bare.matches("127(?:\\.\\d{1,3}){3}");
    }

    String protocol() {
        return encrypted ? "imaps" : "imap";
    }

    /** Settings of Angus Mail: limits on every wait, TLS where it must be, nothing ever marked as read. */
    Properties properties() {
        Properties all = new Properties();
        String prefix = "mail." + protocol() + ".";
        all.setProperty(prefix + "connectiontimeout", CONNECT_MILLIS);
        all.setProperty(prefix + "timeout", READ_MILLIS);
        all.setProperty(prefix + "writetimeout", READ_MILLIS);
        all.setProperty(prefix + "connectionpooltimeout", READ_MILLIS);
        all.setProperty(prefix + "peek", "true");
        all.setProperty(prefix + "fetchsize", String.valueOf(256 * 1024));
        all.setProperty(prefix + "starttls.enable", String.valueOf(!encrypted));
        all.setProperty(prefix + "starttls.required", String.valueOf(!encrypted && !bare));
        all.setProperty(prefix + "ssl.checkserveridentity", "true");
        return all;
    }

    /** Never the password. */
    @Override
    public String toString() {
        return protocol() + "://" + user + "@" + host + ":" + port;
    }
}
