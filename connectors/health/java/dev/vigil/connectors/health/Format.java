package dev.vigil.connectors.health;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file is, told from its first bytes. */
enum Format {
    APPLE,
    FHIR,
    FHIR_LINES,
    CSV,
    ZIP,
    EMPTY,
    OTHER;

    /** So many first bytes are enough; Apple's DTD alone takes ten thousand. */
    static final int HEAD = 64 << 10;

    static final String UNDERSTOOD =
            "understood are Apple Health's export.xml or export.zip, FHIR Observations as JSON, "
                    + "and CSV with the columns time,metric,value,unit";

    static Format of(byte[] head) {
        if (head.length == 0) {
            return EMPTY;
        }
        if (head.length > 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
            return ZIP;
        }
        String text = text(head).stripLeading();
        if (text.startsWith("<")) {
            return text.contains("<HealthData") ? APPLE : OTHER;
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            return text.contains("\"resourceType\"") ? fhir(text) : OTHER;
        }
        return CsvFile.isHeader(firstLine(text)) ? CSV : OTHER;
    }

    /** What a file of no understood format seems to be, as a clause. */
    static String describe(byte[] head) {
        String text = text(head).stripLeading();
        if (head.length > 12 && text(head).startsWith(".FIT", 8)) {
            return "is a FIT activity file";
        }
        if (head.length > 1 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
            return "is compressed with gzip; unpack it first";
        }
        if (text.startsWith("<")) {
            return "is XML of an unknown kind" + root(text);
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            return "is JSON, but not FHIR";
        }
        String first = firstLine(text).toLowerCase(Locale.ROOT);
        return first.contains(",") && first.length() < 2_000 && first.chars().allMatch(c -> c >= ' ')
                ? "is CSV without the columns time, metric and value"
                : "is of an unknown format";
    }

    private static Format fhir(String text) {
        int end = text.indexOf('\n');
        if (end < 0 || !text.startsWith("{")) {
            return FHIR;
        }
        boolean whole = text.substring(0, end).stripTrailing().endsWith("}");
        return whole && text.substring(end).stripLeading().startsWith("{") ? FHIR_LINES : FHIR;
    }

    private static String root(String text) {
        for (int at = text.indexOf('<'); at >= 0 && at + 1 < text.length(); at = text.indexOf('<', at + 1)) {
            if (Character.isLetter(text.charAt(at + 1))) {
                int end = at + 1;
                while (end < text.length() && end < at + 40 && (Character.isLetterOrDigit(text.charAt(end)))) {
                    end++;
                }
                return " (" + text.substring(at + 1, end) + ")";
            }
        }
        return "";
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return (end < 0 ? text : text.substring(0, end)).stripTrailing();
    }

    private static String text(byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
