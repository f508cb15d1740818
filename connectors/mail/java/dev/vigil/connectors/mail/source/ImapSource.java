package dev.vigil.connectors.mail.source;

import dev.vigil.connectors.mail.MailParser;
import dev.vigil.core.Trouble;
import dev.vigil.core.port.Source;
import jakarta.mail.FetchProfile;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;

/** Mail of an IMAP account. It only examines folders and peeks at messages: nothing is marked as read. */
public final class ImapSource implements Source {
    /** Messages that are asked about at once; the cursor is told after each such step. */
    private static final int STEP = 50;

    private final ImapAccount account;
    private final MailParser parser;
    private ImapListener listener;

    public ImapSource(ImapAccount account, MailParser parser) {
        this.account = account;
        this.parser = parser;
    }

    @Override
    public void look(String cursor, Sink sink) {
        ImapCursor known = ImapCursor.parse(cursor);
        Reporter reporter = new Reporter(parser, sink);
        try (ImapConnection connection = ImapConnection.open(account)) {
            for (IMAPFolder folder : connection.folders()) {
                ImapConnection.examine(folder);
                try {
                    read(folder, known, reporter, sink);
                } finally {
                    if (folder.isOpen()) {
                        folder.close(false);
                    }
                }
            }
        } catch (MessagingException | IOException e) {
            throw new Trouble(
                    "The mail server " + account.host() + " broke off while mail was read; it is tried again later.",
                    e);
        }
        sink.reached(known.toString());
    }

    private void read(IMAPFolder folder, ImapCursor known, Reporter reporter, Sink sink)
            throws MessagingException, IOException {
        long validity = folder.getUIDValidity();
        long last = known.lastUid(folder.getFullName(), validity);
        boolean sent = ImapConnection.isSent(folder);
        List<Message> messages = newer(folder, last);
        for (int i = 0; i < messages.size(); i += STEP) {
            List<Message> step = messages.subList(i, Math.min(i + STEP, messages.size()));
            FetchProfile profile = new FetchProfile();
            profile.add(FetchProfile.Item.SIZE);
            profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
            profile.add(UIDFolder.FetchProfileItem.UID);
            folder.fetch(step.toArray(Message[]::new), profile);
            for (Message message : step) {
                report(folder, (IMAPMessage) message, sent, reporter);
                known.read(folder.getFullName(), validity, folder.getUID(message));
                ((IMAPMessage) message).invalidateHeaders();
            }
            sink.reached(known.toString());
        }
    }

    /** A range that ends with the last message always brings that one, however low its UID (RFC 3501, section 6.4.8). */
    private List<Message> newer(IMAPFolder folder, long last) throws MessagingException {
        Message[] found;
        if (last == 0 && account.since() != null) {
            Date since = Date.from(
                    account.since().atStartOfDay(ZoneId.systemDefault()).toInstant());
            found = folder.search(new ReceivedDateTerm(ComparisonTerm.GE, since));
        } else {
            found = folder.getMessagesByUID(last + 1, UIDFolder.LASTUID);
        }
        List<Message> newer = new ArrayList<>();
        for (Message message : Arrays.asList(found)) {
            if (message != null && folder.getUID(message) > last) {
                newer.add(message);
            }
        }
        newer.sort(Comparator.comparingInt(Message::getMessageNumber));
        return newer;
    }

    private static void report(IMAPFolder folder, IMAPMessage message, boolean sent, Reporter reporter)
            throws MessagingException, IOException {
        String where = folder.getFullName() + ", message " + folder.getUID(message);
        String tooLarge = "the message is larger than " + (MailParser.MAX_MESSAGE >> 20) + " MiB";
        try {
            if (message.getSizeLong() > MailParser.MAX_MESSAGE) {
                reporter.refuse(where, tooLarge);
                return;
            }
            BoundedBytes bytes = new BoundedBytes(MailParser.MAX_MESSAGE);
            message.writeTo(bytes);
            Date received = message.getReceivedDate();
            reporter.report(where, bytes.toByteArray(), received == null ? Instant.EPOCH : received.toInstant(), sent);
        } catch (BoundedBytes.Full e) {
            reporter.refuse(where, tooLarge);
        } catch (MessageRemovedException e) {
            // Somebody deleted it meanwhile: then it is not there to be read.
        }
    }

    @Override
    public synchronized boolean listen(Runnable changed) {
        if (listener == null) {
            listener = ImapListener.start(account, changed, ImapListener.FIRST_PAUSE);
        }
        return listener != null;
    }

    @Override
    public synchronized void close() {
        if (listener != null) {
            listener.close();
            listener = null;
        }
    }
}
