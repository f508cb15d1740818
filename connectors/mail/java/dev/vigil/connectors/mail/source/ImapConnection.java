package dev.vigil.connectors.mail.source;

import dev.vigil.core.Trouble;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection to an IMAP server. */
final class ImapConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ImapConnection.class);

    private final ImapAccount account;
    private final IMAPStore store;

    private ImapConnection(ImapAccount account, IMAPStore store) {
        this.account = account;
        this.store = store;
    }

    /** @throws Trouble if the server cannot be reached or does not let the person in */
    static ImapConnection open(ImapAccount account) {
        try {
            Session session = Session.getInstance(account.properties());
            IMAPStore store = (IMAPStore) session.getStore(account.protocol());
            store.connect(account.host(), account.port(), account.user(), account.password());
            return new ImapConnection(account, store);
        } catch (AuthenticationFailedException e) {
            throw new Trouble(
                    "The mail server " + account.host() + " does not accept the user name or the password;"
                            + " check both (many providers want a password made for apps).",
                    e);
        } catch (MessagingException e) {
            throw new Trouble(why(account, e), e);
        }
    }

    private static String why(ImapAccount account, MessagingException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return "The mail server " + account.host() + " cannot prove who it is (its certificate is not trusted);"
                        + " check the server's name.";
            }
        }
        String text = String.valueOf(e.getMessage());
        if (text.contains("STARTTLS")) {
            return "The mail server " + account.host() + " offers no encryption on this port;"
                    + " use imaps://, or the option insecure=true if you must.";
        }
        return "The mail server " + account.host() + " cannot be reached; check its name and your network.";
    }

    boolean canIdle() {
        try {
            return store.hasCapability("IDLE");
        } catch (MessagingException e) {
            LOG.debug("no capabilities from {}", account, e);
            return false;
        }
    }

    /**
     * The folders to read: those the person named, else INBOX and the folder of sent mail (RFC 6154, else by its name).
     */
    List<IMAPFolder> folders() throws MessagingException {
        List<IMAPFolder> folders = new ArrayList<>();
        if (!account.folders().isEmpty()) {
            for (String name : account.folders()) {
                folders.add((IMAPFolder) store.getFolder(name));
            }
            return folders;
        }
        folders.add((IMAPFolder) store.getFolder("INBOX"));
        IMAPFolder byName = null;
        for (Folder folder : store.getDefaultFolder().list("*")) {
            if (isSpecial((IMAPFolder) folder)) {
                folders.add((IMAPFolder) folder);
                return folders;
            }
            byName = byName == null && FolderNames.isSent(folder.getName()) ? (IMAPFolder) folder : byName;
        }
        if (byName != null) {
            folders.add(byName);
        }
        return folders;
    }

    static boolean isSent(IMAPFolder folder) throws MessagingException {
        return isSpecial(folder) || FolderNames.isSent(folder.getName());
    }

    private static boolean isSpecial(IMAPFolder folder) throws MessagingException {
        return Arrays.stream(folder.getAttributes()).anyMatch(attribute -> attribute.equalsIgnoreCase("\\Sent"));
    }

    /** Opens with EXAMINE, so that nothing can be changed. */
    static void examine(IMAPFolder folder) throws MessagingException {
        try {
            folder.open(Folder.READ_ONLY);
        } catch (FolderNotFoundException e) {
            throw new Trouble(
                    "The mail account has no folder \"" + folder.getFullName() + "\"; check the option folders.", e);
        }
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (MessagingException e) {
            LOG.debug("closing {}", account, e);
        }
    }
}
