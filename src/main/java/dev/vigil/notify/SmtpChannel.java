package dev.vigil.notify;

import dev.vigil.core.port.Channel;
import dev.vigil.core.run.Notice;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Properties;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * Sends notices by mail. A connection that cannot be made secret as the settings ask is not used. A refused login is
 * tried again later: it is the channel's fault, not the notice's, and the person can mend it.
 */
public final class SmtpChannel implements Channel {
    private final SmtpSettings settings;
    private final Session session;

    public SmtpChannel(SmtpSettings settings) {
        this(settings, null);
    }

    /** @param trusted makes TLS sockets; null = those of the platform, which trust its certificate authorities */
    SmtpChannel(SmtpSettings settings, SSLSocketFactory trusted) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings, trusted));
    }

    private static Properties properties(SmtpSettings settings, SSLSocketFactory trusted) {
        String patience = Long.toString(settings.patience().toMillis());
        Properties properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", patience);
        properties.put("mail.smtp.timeout", patience);
        properties.put("mail.smtp.writetimeout", patience);
        properties.put("mail.smtp.from", settings.from());
        properties.put("mail.smtp.auth", Boolean.toString(settings.user() != null));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(settings.security() == SmtpSettings.Security.TLS));
        String startTls = Boolean.toString(settings.security() == SmtpSettings.Security.STARTTLS);
        properties.put("mail.smtp.starttls.enable", startTls);
        properties.put("mail.smtp.starttls.required", startTls);
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        // The greeting would otherwise tell the machine's name, after asking the DNS for it.
        properties.put("mail.smtp.localhost", "[127.0.0.1]");
        properties.put("mail.smtp.quitwait", "false");
        if (trusted != null) {
            properties.put("mail.smtp.ssl.socketFactory", trusted);
        }
        return properties;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public void send(Notice notice) throws Undelivered {
        boolean taken = false;
        try (Transport transport = session.getTransport("smtp")) {
            NoticeMail mail = new NoticeMail(session, settings, notice);
            String password =
                    settings.user() == null ? null : settings.password().get();
            transport.connect(settings.host(), settings.port(), settings.user(), password);
            transport.sendMessage(mail, mail.getAllRecipients());
            taken = true;
        } catch (AuthenticationFailedException refused) {
            throw new Undelivered(
                    "The mail server " + settings.host()
                            + " refused the login; check user and password in the settings.",
                    true,
                    refused);
        } catch (MessagingException failed) {
            if (!taken) {
                throw undelivered(failed);
            }
        }
    }

    private Undelivered undelivered(MessagingException failed) {
        Reply reply = reply(failed);
        if (reply != null) {
            return new Undelivered(
                    "The mail server " + settings.host() + " refused the notice: " + PlainText.line(reply.text(), 200),
                    reply.code() / 100 != 5,
                    failed);
        }
        if (has(failed, SSLException.class)
                || String.valueOf(failed.getMessage()).contains("STARTTLS")) {
            return new Undelivered(
                    "No secret connection to the mail server " + settings.host()
                            + " could be made; its certificate or the security setting is wrong.",
                    true,
                    failed);
        }
        return new Undelivered("The mail server " + settings.host() + " could not be reached.", true, failed);
    }

    /** An SMTP reply (RFC 5321, section 4.2). */
    private record Reply(int code, String text) {}

    /** What the failure stands on, the nearest to the recipient first; null when the server said nothing. */
    private static Reply reply(Exception failed) {
        Reply reply = null;
        for (Exception each = failed; each != null; each = next(each)) {
            if (each instanceof SMTPAddressFailedException address) {
                return new Reply(address.getReturnCode(), address.getMessage());
            } else if (each instanceof SMTPSenderFailedException sender) {
                return new Reply(sender.getReturnCode(), sender.getMessage());
            } else if (each instanceof SMTPSendFailedException send && send.getReturnCode() > 0) {
                reply = new Reply(send.getReturnCode(), send.getMessage());
            }
        }
        return reply;
    }

    private static Exception next(Exception failed) {
        return failed instanceof MessagingException mail ? mail.getNextException() : null;
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (kind.isInstance(each)) {
                return true;
            }
        }
        return false;
    }
}
