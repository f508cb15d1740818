package dev.vigil.connectors.mail;

import dev.vigil.connectors.mail.declared.Declarations;
import dev.vigil.connectors.mail.declared.Manners;
import dev.vigil.connectors.mail.mime.Addresses;
import dev.vigil.connectors.mail.mime.Dates;
import dev.vigil.connectors.mail.mime.Headers;
import dev.vigil.connectors.mail.mime.MimeTree;
import dev.vigil.connectors.mail.mime.Part;
import dev.vigil.connectors.mail.trust.SenderCheck;
import dev.vigil.core.fact.Address;
import dev.vigil.core.fact.Authenticity;
import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.fact.Mail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * Reads one message (RFC 5322, MIME) as leniently as mail readers do, within bounds. Safe for use by several threads.
 *
 * <pre>{@code
 * Mail mail = new MailParser(MailParser.NO_CALENDARS, null).parse(bytes, Instant.now(), false).mail();
 * }</pre>
 */
public final class MailParser {
    /** Bytes; a longer message is refused. */
    public static final int MAX_MESSAGE = 50 * 1024 * 1024;

    /** Reads no invitations. */
    public static final BiFunction<String, String, List<CalendarItem>> NO_CALENDARS = (ics, method) -> List.of();

    private static final int MAX_SUBJECT = 2000;

    /** What some header of every mail is called; a text with colons in it has none of them. */
    private static final Set<String> MAIL_HEADERS = Set.of(
            "from",
            "to",
            "subject",
            "date",
            "message-id",
            "received",
            "return-path",
            "delivered-to",
            "sender",
            "cc",
            "mime-version");

    private static final Pattern ANSWER = Pattern.compile(
            "^(?:re|aw|antw|antwort|wg|sv|vs|fw|fwd|tr|rv|rif|res|enc)(?:\\[\\d+])?\\s?:.*", Pattern.CASE_INSENSITIVE);

    private final BiFunction<String, String, List<CalendarItem>> calendars;
    private final SenderCheck senderCheck;

    /**
     * @param calendars reads a calendar part: its text and its METHOD (upper case, empty when none)
     * @param authserv whose Authentication-Results count (an authserv-id); null = those of the server that the topmost
     *     Received header names
     */
    public MailParser(BiFunction<String, String, List<CalendarItem>> calendars, String authserv) {
        this.calendars = calendars;
        this.senderCheck = new SenderCheck(authserv);
    }

    /**
     * @param otherwise when it arrived, if neither Received nor Date tell: a file's time, IMAP's INTERNALDATE
     * @param sentFolder it lay in a folder of sent mail
     * @throws NotAMail if the bytes are no mail or too many
     */
    public ParsedMail parse(byte[] message, Instant otherwise, boolean sentFolder) throws NotAMail {
        if (message.length > MAX_MESSAGE) {
            throw new NotAMail("the message is larger than " + MAX_MESSAGE / (1024 * 1024) + " MiB");
        }
        MimeTree.Cut cut = MimeTree.cut(message);
        Part root = cut.message();
        Headers headers = root.headers();
        requireMail(message, headers);
        List<String> leftOut = new ArrayList<>(cut.leftOut());

        List<Address> senders = Addresses.of(headers, "from");
        String subject = headers.text("subject");
        subject = subject.substring(0, Math.min(subject.length(), MAX_SUBJECT));
        Authenticity authenticity = senderCheck.judge(headers, senders);
        String inReplyTo = MessageIds.first(headers.value("in-reply-to"));
        List<String> references = MessageIds.all(headers.value("references"));
        boolean answers = inReplyTo != null
                || !references.isEmpty()
                || ANSWER.matcher(subject).matches();
        Manners manners = Manners.of(root, subject);
        Declarations declared = new Declarations();

        Content content = Content.read(root, answers);
        if (authenticity.result() != Authenticity.Result.FAIL) {
            content.documents().forEach(declared::html);
        }
        List<CalendarItem> invitations = new ArrayList<>();
        for (Content.Calendar calendar : content.calendars()) {
            invitations.addAll(items(calendar, leftOut));
            if (calendar.method().equals("CANCEL") && authenticity.result() != Authenticity.Result.FAIL) {
                declared.cancelledInvitation();
            }
        }
        leftOut.addAll(content.leftOut());
        String messageId = MessageIds.first(headers.value("message-id"));
        Mail mail = new Mail(
                messageId != null ? messageId : MessageIds.made(message),
                arrived(headers, otherwise),
                senders.isEmpty() ? new Address("", "") : senders.get(0),
                Addresses.of(headers, "reply-to"),
                Addresses.of(headers, "to"),
                Addresses.of(headers, "cc"),
                deliveredTo(headers),
                subject,
                content.text(),
                inReplyTo,
                references,
                content.attachments(),
                listId(headers),
                manners.bulk() != null,
                manners.automatic() != null,
                headers.has("received"),
                sentFolder,
                authenticity,
                declared.with(manners),
                invitations);
        return new ParsedMail(mail, leftOut);
    }

    /** Whether a text of unknown kind starts as a mail does: with a sender or a trace, and one header more. */
    public static boolean looksLikeMail(byte[] text) {
        byte[] start = Arrays.copyOf(text, Math.min(text.length, 64 * 1024));
        List<String> names = MimeTree.cut(start).message().headers().names();
        return (names.contains("from") || names.contains("received"))
                && names.stream().filter(MAIL_HEADERS::contains).distinct().count() > 1;
    }

    private static void requireMail(byte[] message, Headers headers) throws NotAMail {
        if (message.length == 0) {
            throw new NotAMail("the file is empty");
        }
        if (startsWith(message, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new NotAMail("this is an Outlook message file; save the mail as .eml instead");
        }
        if (startsWith(message, 0x78, 0x9F, 0x3E, 0x22)) {
            throw new NotAMail("this is a bare winmail.dat attachment, not a mail");
        }
        if (headers.names().stream().noneMatch(MAIL_HEADERS::contains)) {
            throw new NotAMail("this is no mail: it does not start with mail headers such as From or Date");
        }
    }

    private static boolean startsWith(byte[] message, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= message.length || (message[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static Instant arrived(Headers headers, Instant otherwise) {
        for (String received : headers.allRaw("received")) {
            Instant moment = Dates.received(received);
            if (moment != null) {
                return moment;
            }
        }
        Instant date = Dates.parse(headers.raw("date"));
        return date != null ? date : otherwise;
    }

    private List<CalendarItem> items(Content.Calendar calendar, List<String> leftOut) {
        try {
            return calendars.apply(calendar.text(), calendar.method());
        } catch (RuntimeException e) {
            String why = Objects.requireNonNullElse(e.getMessage(), "it cannot be read");
            leftOut.add("has a calendar part that was not read: " + why);
            return List.of();
        }
    }

    private static List<String> deliveredTo(Headers headers) {
        List<String> all = new ArrayList<>();
        for (String name : List.of("delivered-to", "x-original-to")) {
            for (Address address : Addresses.of(headers, name)) {
                if (!address.email().isEmpty() && !all.contains(address.email())) {
                    all.add(address.email());
                }
            }
        }
        return all;
    }

    private static String listId(Headers headers) {
        String text = headers.text("list-id");
        int open = text.lastIndexOf('<');
        int close = text.indexOf('>', open + 1);
        String id = (open >= 0 && close > open ? text.substring(open + 1, close) : text).strip();
        return id.isEmpty() ? null : id.substring(0, Math.min(id.length(), 300));
    }
}
