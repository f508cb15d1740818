package dev.vigil.app;

import java.util.Locale;

/** The settings that there are, each with its default and one line about it. */
enum Key {
    ZONE("zone", "", Kind.ZONE, "Your time zone, such as Europe/London; unless told, the machine's"),
    ME("me", "", Kind.TEXT, "Your mail addresses, separated by commas"),
    DATABASE_URL(
            "database.url",
            "",
            Kind.TEXT,
            "jdbc:postgresql://host/name for a PostgreSQL database; unless told, a file in this folder"),
    DATABASE_USER("database.user", "", Kind.TEXT, "The database's user"),
    DATABASE_PASSWORD_FILE("database.password-file", "", Kind.TEXT, "A file whose first line is that user's password"),
    RETENTION_DAYS("retention.days", "400", Kind.DAYS, "How many days of what arrived are kept; what watches need stays"),
    CHANNELS(
            "channels",
            "terminal",
            Kind.CHANNELS,
            "Where notices go, separated by commas: terminal, desktop, ntfy, mail"),
    NTFY_URL("ntfy.url", "https://ntfy.sh", Kind.URL, "The ntfy server that carries notices to your phone"),
    NTFY_TOPIC("ntfy.topic", "", Kind.TEXT, "Your topic on it; choose one that nobody can guess"),
    NTFY_TOKEN_FILE("ntfy.token-file", "", Kind.TEXT, "A file whose first line is the server's access token"),
    SMTP_HOST("smtp.host", "", Kind.TEXT, "The mail server through which notices go to your own mailbox"),
    SMTP_PORT("smtp.port", "587", Kind.PORT, "Its port"),
    SMTP_SECURITY("smtp.security", "starttls", Kind.SECURITY, "starttls, tls, or none (within the machine only)"),
    SMTP_USER("smtp.user", "", Kind.TEXT, "Its user"),
    SMTP_PASSWORD_FILE("smtp.password-file", "", Kind.TEXT, "A file whose first line is that user's password"),
    SMTP_FROM("smtp.from", "", Kind.TEXT, "The address that such mail comes from; unless told, the first of me"),
    SMTP_TO("smtp.to", "", Kind.TEXT, "The address that it goes to; unless told, the first of me");

    /** What a value must look like; an empty one is always good. */
    enum Kind {
        TEXT,
        ZONE,
        URL,
        PORT,
        DAYS,
        CHANNELS,
        SECURITY
    }

    private final String text;
    private final String unlessTold;
    private final Kind kind;
    private final String about;

    Key(String text, String unlessTold, Kind kind, String about) {
        this.text = text;
        this.unlessTold = unlessTold;
        this.kind = kind;
        this.about = about;
    }

    /** As in the file. */
    String text() {
        return text;
    }

    /** As in the environment: {@code VIGIL_SMTP_PASSWORD_FILE}. */
    String variable() {
        return "VIGIL_" + text.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    String unlessTold() {
        return unlessTold;
    }

    Kind kind() {
        return kind;
    }

    String about() {
        return about;
    }
}
