package dev.vigil.connectors.mail.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines by which mail readers introduce old text, in the languages that Vigil's mail is likely to be in. */
final class OldText {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** "On Mon, 2 Nov 2026, Anna wrote:" and its kin; a line of it is joined with those above before it is asked. */
    private static final Pattern ATTRIBUTION = Pattern.compile(
            "^(?:\\*|_|-)?\\s?(?:"
                    + "(?:On|At)\\b.{4,400}\\b(?:wrote|writes)\\s?:?"
                    + "|.{2,200}\\bwrote(?: on .{4,80})?\\s?:"
                    + "|(?:Am|Um)\\b.{4,400}\\b(?:schrieb|geschrieben)\\b.{0,200}:"
                    + "|.{2,200}\\b(?:schrieb|hat)\\b.{0,200}\\b(?:geschrieben|am|um)\\b.{0,100}:"
                    + "|.{2,200}\\bschrieb\\s?:"
                    + "|Le\\b.{4,400}\\b(?:a écrit|écrivait|écrivit)\\b.{0,100}:"
                    + "|.{2,200}\\ba écrit\\b.{0,100}:"
                    + "|El\\b.{4,400}\\bescribi(?:ó|o)\\b.{0,200}:"
                    + "|.{2,200}\\bescribió\\b.{0,100}:"
                    + "|Il\\b.{4,400}\\bha scritto\\s?:"
                    + "|Em\\b.{4,400}\\bescreveu\\s?:"
                    + "|Op\\b.{4,400}\\bschreef\\b.{0,200}:"
                    + "|\\d{4}-\\d{2}-\\d{2}.{1,200}<[^<>@\\s]{1,100}@[^<>@\\s]{1,200}>\\s?:"
                    + ")\\s*$",
            FLAGS);

    /** Sure enough to end the current text even if what follows bears no mark: dated and introduced. */
    private static final Pattern DATED =
            Pattern.compile("^(?:\\*|_|-)?\\s?(?:On|At|Am|Um|Le|El|Il|Em|Op)\\b(?=.*\\d).{8,400}:\\s*$", FLAGS);

    private static final Pattern SEPARATOR = Pattern.compile(
            "^\\s?(?:-{2,}|_{2,}|={2,}|\\*{2,})\\s?(?:"
                    + "Original (?:Message|e-?mail|Appointment)|Forwarded (?:message|by .{1,100})|Reply message"
                    + "|Ursprüngliche (?:Nachricht|E-?Mail)|Original-?Nachricht|Weitergeleitete (?:Nachricht|E-?Mail)"
                    + "|Message (?:d['’]origine|original|transféré|transmis|transfere)|E-?mail d['’]origine"
                    + "|Mensaje (?:original|reenviado)|Mensagem (?:original|encaminhada)"
                    + "|Messaggio (?:originale|inoltrato)|Oorspronkelijk bericht|Doorgestuurd bericht"
                    + ")\\s?(?:-{2,}|_{2,}|={2,}|\\*{2,})?.{0,100}$",
            FLAGS);

    private static final Pattern APPLE_FORWARD = Pattern.compile(
            "^(?:Begin forwarded message|Anfang der weitergeleiteten (?:Nachricht|E-?Mail)"
                    + "|Début du (?:message|courriel) (?:transféré|réexpédié)|Inicio del mensaje reenviado"
                    + "|Inizio messaggio inoltrato|Início da mensagem (?:reenviada|encaminhada))\\s?:\\s*$",
            FLAGS);

    private static final Pattern RULE = Pattern.compile("^\\s?[_-]{10,}\\s*$");

    private static final Pattern LABEL =
            Pattern.compile("^\\s?\\*?(?<label>[\\p{L} -]{1,20}?)\\*?\\s?:\\*?[ \\t]*(?<value>.{0,1000})$", FLAGS);
    private static final Pattern FROM = Pattern.compile("From|Von|De|Expéditeur|Remitente|Da|Van", FLAGS);
    private static final Pattern SENT = Pattern.compile(
            "Sent|Date|Gesendet|Datum|Envoyé|Envoyé le|Enviado|Enviado el|Fecha|Inviato|Data|Verzonden", FLAGS);
    private static final Pattern TO = Pattern.compile("To|An|À|A|Destinataire|Para|Aan", FLAGS);
    private static final Pattern SUBJECT =
            Pattern.compile("Subject|Betreff|Objet|Sujet|Asunto|Oggetto|Assunto|Onderwerp", FLAGS);
    private static final Pattern OTHER = Pattern.compile(
            "Cc|Kopie|Copie|Copia|Reply-To|Antwort an|Importance|Wichtigkeit|Priority|Organisation|Attachments|Anlagen",
            FLAGS);

    private OldText() {}

    static boolean isAttribution(String joined) {
        boolean introduces = joined.endsWith(":") || joined.endsWith("wrote") || joined.endsWith("writes");
        return introduces
                && joined.length() < 700
                && ATTRIBUTION.matcher(joined).matches();
    }

    static boolean isDatedAttribution(String joined) {
        return isAttribution(joined) && DATED.matcher(joined).matches();
    }

    static boolean isSeparator(String line) {
        return line.length() < 300
                && (SEPARATOR.matcher(line).matches()
                        || APPLE_FORWARD.matcher(line).matches());
    }

    static boolean isRule(String line) {
        return line.length() < 300 && RULE.matcher(line).matches();
    }

    /** Whether a block of text begins as old text does: with a separator or an attribution. */
    static boolean startsWithHeading(String text) {
        String first = text.lines().findFirst().orElse("").strip();
        String joined =
                String.join(" ", text.lines().limit(3).map(String::strip).toList());
        int colon = joined.indexOf(": ", joined.indexOf("wrote") + 1);
        String attribution = colon > 0 ? joined.substring(0, colon + 1) : joined;
        return isSeparator(first) || isAttribution(first) || isAttribution(attribution);
    }

    /**
     * The end (exclusive) of a block of From/Sent/To/Subject lines that begins at {@code from}, or {@code from} if
     * there is none. Tickets and parcels have From and To as well, so a subject or a sender's address is asked for.
     *
     * @param introduced a separator stood above, so that less proof is needed
     */
    static int headerBlockEnd(List<Line> lines, int from, boolean introduced) {
        boolean sender = false;
        boolean address = false;
        boolean sent = false;
        boolean to = false;
        boolean subject = false;
        int end = from;
        int skipped = 0;
        for (int i = from; i < lines.size() && i < from + 14 && skipped < 2; i++) {
            Matcher label = LABEL.matcher(lines.get(i).text());
            String name = label.matches() ? label.group("label").strip() : "";
            if (FROM.matcher(name).matches() && !sender) {
                sender = true;
                address = label.group("value").contains("@");
            } else if (SENT.matcher(name).matches()) {
                sent |= label.group("value").chars().anyMatch(Character::isDigit);
            } else if (TO.matcher(name).matches()) {
                to = true;
            } else if (SUBJECT.matcher(name).matches()) {
                subject = true;
            } else if (!OTHER.matcher(name).matches()) {
                if (end == from && !lines.get(i).isBlank()) {
                    return from;
                }
                skipped++;
                continue;
            }
            skipped = 0;
            end = i + 1;
        }
        boolean proven = introduced ? sender || subject && sent : sender && sent && (subject || address && to);
        return proven ? end : from;
    }
}
