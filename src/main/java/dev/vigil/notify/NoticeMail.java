package dev.vigil.notify;

import dev.vigil.core.run.Notice;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/**
 * A notice as a mail. The same notice makes the same mail, Message-ID and date included, so that a repeat is one
 * message wherever mail is told apart by its id. {@code Auto-Submitted} (RFC 3834) keeps other machines, and Vigil's
 * own watches, from answering it.
 */
final class NoticeMail extends MimeMessage {
    private static final int HEADLINE = 120;
    private static final int LONGEST = 20_000;

    private final String id;

    NoticeMail(Session session, SmtpSettings settings, Notice notice) throws MessagingException {
        super(session);
        id = "<vigil." + WireId.of(notice) + "@"
                + settings.from().substring(settings.from().indexOf('@') + 1) + ">";
        setFrom(new InternetAddress(settings.from(), true));
        setRecipient(RecipientType.TO, new InternetAddress(settings.to(), true));
        String headline = PlainText.line(notice.say(), HEADLINE);
        setSubject(headline.isEmpty() ? "Vigil" : headline, StandardCharsets.UTF_8.name());
        setSentDate(Date.from(notice.release()));
        setHeader("Auto-Submitted", "auto-generated");
        if (notice.urgent()) {
            setHeader("Importance", "high");
        }
        String text = PlainText.lines(notice.say(), LONGEST) + "\n\n-- \nVigil, watch " + notice.watch() + "\n";
        setText(text, StandardCharsets.UTF_8.name());
        saveChanges();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
