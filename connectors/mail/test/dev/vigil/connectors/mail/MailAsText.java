package dev.vigil.connectors.mail;

import dev.vigil.core.fact.Mail;
import dev.vigil.core.fact.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A mail as the samples show it: a line for each thing that was found, an empty line, the current text. */
final class MailAsText {
    private MailAsText() {}

    static String of(ParsedMail parsed) {
        Mail mail = parsed.mail();
        List<String> lines = new ArrayList<>();
        lines.add("from: " + mail.from());
        lines.add("subject: " + mail.subject());
        lines.add("arrived: " + mail.arrived());
        lines.add("sender: " + mail.authenticity().result() + ", "
                + mail.authenticity().why());
        marks(mail, lines);
        declared(mail.reading(), lines);
        mail.attachments()
                .forEach(file ->
                        lines.add("attachment: " + file.name() + ", " + file.type() + ", " + file.size() + " bytes"));
        mail.invitations().forEach(item -> lines.add("invitation: " + item.uid()));
        parsed.leftOut().forEach(why -> lines.add("left out: " + why));
        lines.add("");
        lines.add(mail.text());
        return String.join("\n", lines).stripTrailing();
    }

    private static void marks(Mail mail, List<String> lines) {
        List<String> marks = new ArrayList<>();
        if (mail.bulk()) {
            marks.add("bulk");
        }
        if (mail.automatic()) {
            marks.add("automatic");
        }
        if (mail.listId() != null) {
            marks.add("list " + mail.listId());
        }
        if (mail.inReplyTo() != null) {
            marks.add("replies to " + mail.inReplyTo());
        }
        if (!marks.isEmpty()) {
            lines.add("marks: " + String.join(", ", marks));
        }
    }

    private static void declared(Reading reading, List<String> lines) {
        new TreeMap<>(reading.kinds()).forEach((kind, evidence) -> lines.add("declares: " + kind + " by " + evidence));
        reading.items().forEach(item -> lines.add("item: " + item));
        if (reading.amount() != null) {
            lines.add("amount: " + reading.amount().value() + " "
                    + reading.amount().currency());
        }
        for (Reading.Dated dated : reading.dates()) {
            lines.add("date: " + dated.what() + " " + dated.date()
                    + (dated.time() == null ? "" : " " + dated.time())
                    + (dated.till() == null ? "" : " to " + dated.till()));
        }
        reading.orders().forEach(order -> lines.add("order: " + order));
        reading.tracking().forEach(number -> lines.add("tracking: " + number));
    }
}
