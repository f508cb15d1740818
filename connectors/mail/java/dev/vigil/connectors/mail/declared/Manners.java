package dev.vigil.connectors.mail.declared;

import dev.vigil.connectors.mail.mime.Headers;
import dev.vigil.connectors.mail.mime.Part;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the headers say about how a mail was sent: to many, or by a machine. Each is the header that says so, or null.
 *
 * @param bulk sent to many
 * @param automatic answered or sent by a machine
 * @param answersByItself an automatic answer, an absence note or a report, not just any mail that a program wrote
 * @param discussion a list on which people write to each other
 */
public record Manners(String bulk, String automatic, boolean answersByItself, boolean discussion) {
    private static final Set<String> BULK = Set.of("bulk", "list", "junk");

    /** Absence notes as the common mail systems name them; only at the start, since people also write about them. */
    private static final Pattern ABSENCE = Pattern.compile(
            "^(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response|antwort)|out of (?:the )?office(?: auto-?reply| reply)?"
                    + "|abwesenheits(?:notiz|nachricht|assistent|meldung)|automatische antwort|ich bin nicht im büro"
                    + "|réponse automatique|absence du bureau|message d['’]absence|absent du bureau"
                    + "|respuesta automática|fuera de (?:la )?oficina|ausencia de la oficina"
                    + "|risposta automatica|automatisch antwoord)\\s*(?:[:\\-–—(].*)?$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Set<String> LIST_SOFTWARE = Set.of(
            "list-post",
            "x-mailman-version",
            "x-beenthere",
            "x-listserver",
            "x-mailing-list",
            "x-google-group-id",
            "x-yahoo-newman-property",
            "x-sympa-to",
            "x-loop",
            "mailing-list");

    public static Manners of(Part message, String subject) {
        Headers headers = message.headers();
        String precedence = headers.value("precedence").strip().toLowerCase(Locale.ROOT);
        String report = answer(message, headers, subject, precedence);
        String submitted = headers.value("auto-submitted").strip().toLowerCase(Locale.ROOT);
        boolean generated = !submitted.isEmpty() && !submitted.startsWith("no");
        boolean discussion = headers.names().stream().anyMatch(LIST_SOFTWARE::contains)
                && !headers.value("list-post").strip().equalsIgnoreCase("no");
        return new Manners(
                bulk(headers, precedence),
                report != null ? report : generated ? "Auto-Submitted: " + cut(submitted) : null,
                report != null,
                discussion);
    }

    private static String bulk(Headers headers, String precedence) {
        if (headers.has("list-id")) {
            return "List-Id";
        }
        if (headers.has("list-unsubscribe")) {
            return "List-Unsubscribe";
        }
        return BULK.contains(precedence) ? "Precedence: " + precedence : null;
    }

    private static String answer(Part message, Headers headers, String subject, String precedence) {
        String submitted = headers.value("auto-submitted").strip().toLowerCase(Locale.ROOT);
        boolean generated = submitted.startsWith("auto-generated") || submitted.startsWith("auto-notified");
        boolean replies = headers.has("in-reply-to");
        if (submitted.startsWith("auto-replied") || generated && replies) {
            return "Auto-Submitted: " + cut(submitted);
        }
        for (String name : List.of("X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply")) {
            if (headers.has(name) && !headers.value(name).strip().equalsIgnoreCase("no")) {
                return name;
            }
        }
        if (precedence.equals("auto_reply") || precedence.equals("auto-reply")) {
            return "Precedence: " + precedence;
        }
        if (message.is("multipart/report")) {
            String type = message.type().parameter("report-type");
            return "multipart/report" + (type == null ? "" : " " + cut(type.toLowerCase(Locale.ROOT)));
        }
        if (headers.has("return-path") && headers.value("return-path").strip().equals("<>")) {
            return "Return-Path: <>";
        }
        if (ABSENCE.matcher(subject).matches()) {
            return headers.has("x-auto-response-suppress")
                    ? "X-Auto-Response-Suppress and an absence note's subject"
                    : "an absence note's subject";
        }
        boolean daemon = headers.value("from").toLowerCase(Locale.ROOT).contains("mailer-daemon@");
        return daemon ? "From: mailer-daemon" : null;
    }

    private static String cut(String value) {
        return value.substring(0, Math.min(value.length(), 60));
    }
}
