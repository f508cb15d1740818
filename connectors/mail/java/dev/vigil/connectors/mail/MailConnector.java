package dev.vigil.connectors.mail;

import dev.vigil.connectors.mail.source.FileSource;
import dev.vigil.connectors.mail.source.ImapAccount;
import dev.vigil.connectors.mail.source.ImapSource;
import dev.vigil.core.Trouble;
import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.port.Connector;
import dev.vigil.core.port.Source;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** Mail from folders, mbox files, Maildirs and IMAP accounts; the folder's README tells what is read. */
public final class MailConnector implements Connector {
    private final BiFunction<String, String, List<CalendarItem>> calendars;

    /** Reads no invitations. */
    public MailConnector() {
        this(MailParser.NO_CALENDARS);
    }

    /** @param calendars reads an invitation: the text of a calendar part and its METHOD (empty when none) */
    public MailConnector(BiFunction<String, String, List<CalendarItem>> calendars) {
        this.calendars = calendars;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Source open(Settings settings) {
        MailParser parser = new MailParser(calendars, settings.options().get("authserv"));
        String place = settings.place() == null ? "" : settings.place().strip();
        String scheme = place.toLowerCase(Locale.ROOT);
        if (scheme.startsWith("imap://") || scheme.startsWith("imaps://")) {
            return new ImapSource(ImapAccount.of(settings), parser);
        }
        if (place.isEmpty() || scheme.matches("[a-z][a-z0-9+]+://.*") && !scheme.startsWith("file://")) {
            throw new Trouble(
                    "Mail is read from a folder, a file, imap:// or imaps://, not from \"" + shown(place) + "\".");
        }
        return new FileSource(path(place), parser);
    }

    private static Path path(String place) {
        try {
            Path path = place.regionMatches(true, 0, "file:", 0, 5) ? Path.of(URI.create(place)) : Path.of(place);
            if (!Files.exists(path)) {
                throw new Trouble("There is no file or folder at " + path + "; check the path.");
            }
            return path.toRealPath();
        } catch (IllegalArgumentException e) {
            throw new Trouble("\"" + place + "\" is no path of this system; check the spelling.", e);
        } catch (IOException e) {
            throw new Trouble("The path " + place + " cannot be opened; check its permissions.", e);
        }
    }

    /** Without what may be a password before the {@code @}. */
    private static String shown(String place) {
        return place.replaceFirst("//[^/@]*@", "//");
    }
}
