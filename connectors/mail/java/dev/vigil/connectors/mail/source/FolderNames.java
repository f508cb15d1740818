package dev.vigil.connectors.mail.source;

import java.util.Locale;
import java.util.Set;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxDecoder;

/** What mail programs call their folders. */
final class FolderNames {
    private static final Set<String> SENT = Set.of(
            "sent",
            "sent items",
            "sent messages",
            "sent mail",
            "sent-mail",
            "sentmail",
            "gesendet",
            "gesendete elemente",
            "gesendete objekte",
            "gesendete nachrichten",
            "envoyés",
            "éléments envoyés",
            "messages envoyés",
            "courrier envoyé",
            "enviados",
            "elementos enviados",
            "mensajes enviados",
            "posta inviata",
            "inviati",
            "verzonden",
            "verzonden items",
            "itens enviados");
    private static final Set<String> ASIDE = Set.of(
            "drafts",
            "draft",
            "entwürfe",
            "brouillons",
            "borradores",
            "trash",
            "deleted",
            "deleted items",
            "deleted messages",
            "papierkorb",
            "gelöschte elemente",
            "corbeille",
            "papelera",
            "junk",
            "junk e-mail",
            "junk-e-mail",
            "spam",
            "bulk mail",
            "templates",
            "vorlagen",
            "outbox",
            "postausgang");

    private FolderNames() {}

    static boolean isSent(String name) {
        return SENT.contains(plain(name));
    }

    /** Drafts, rubbish and the like: nothing in there has reached the person or anybody else. */
    static boolean isAside(String name) {
        return ASIDE.contains(plain(name));
    }

    /** The last part of the name, as people read it: {@code sent} for {@code INBOX.Sent} and {@code .Sent}. */
    private static String plain(String name) {
        String decoded =
                BASE64MailboxDecoder.decode(name).toLowerCase(Locale.ROOT).strip();
        String bare = decoded.endsWith(".mbox") ? decoded.substring(0, decoded.length() - 5) : decoded;
        return bare.substring(Math.max(bare.lastIndexOf('.'), bare.lastIndexOf('/')) + 1);
    }
}
