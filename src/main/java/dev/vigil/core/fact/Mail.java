package dev.vigil.core.fact;

import java.time.Instant;
import java.util.List;

/**
 * One message.
 *
 * @param messageId without brackets; made from a digest of the message when it has none
 * @param arrived topmost Received date, else Date
 * @param from the first From address
 * @param deliveredTo addresses from Delivered-To and X-Original-To
 * @param text the current, visible text: no quoted or forwarded old text, no hidden elements or preheaders
 * @param inReplyTo message id without brackets, or null
 * @param references message ids without brackets, oldest first
 * @param attachments inline pictures are none
 * @param listId the List-Id, or null
 * @param bulk sent to many: List-Id, List-Unsubscribe or Precedence say so
 * @param automatic answered or sent by a machine: Auto-Submitted, a delivery status, an out-of-office
 * @param received it carries at least one Received header; mail without one and from the person is sent mail
 * @param sentFolder it lay in a folder of sent mail
 * @param reading what the mail declares by itself
 * @param invitations calendar parts that the mail carries (iMIP)
 */
public record Mail(
        String messageId,
        Instant arrived,
        Address from,
        List<Address> replyTo,
        List<Address> to,
        List<Address> cc,
        List<String> deliveredTo,
        String subject,
        String text,
        String inReplyTo,
        List<String> references,
        List<Attachment> attachments,
        String listId,
        boolean bulk,
        boolean automatic,
        boolean received,
        boolean sentFolder,
        Authenticity authenticity,
        Reading reading,
        List<CalendarItem> invitations)
        implements Fact {
    public Mail {
        replyTo = List.copyOf(replyTo);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        deliveredTo = List.copyOf(deliveredTo);
        references = List.copyOf(references);
        attachments = List.copyOf(attachments);
        invitations = List.copyOf(invitations);
    }

    @Override
    public String cause() {
        return "mail:" + messageId;
    }

    /** The same message, arrived at another moment. */
    public Mail arrivedAt(Instant at) {
        return new Mail(
                messageId,
                at,
                from,
                replyTo,
                to,
                cc,
                deliveredTo,
                subject,
                text,
                inReplyTo,
                references,
                attachments,
                listId,
                bulk,
                automatic,
                received,
                sentFolder,
                authenticity,
                reading,
                invitations);
    }
}
