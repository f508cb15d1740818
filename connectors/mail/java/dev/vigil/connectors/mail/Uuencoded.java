package dev.vigil.connectors.mail;

import dev.vigil.core.fact.Attachment;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that old mail programs wrote right into the text (uuencode, POSIX.1). */
final class Uuencoded {
    private static final Pattern BEGIN = Pattern.compile("(?m)^begin(?:-base64)? [0-7]{3,4} (\\S.{0,250})$");
    private static final int MAX_FILES = 50;

    private Uuencoded() {}

    record Split(String text, List<Attachment> files) {}

    static Split split(String text) {
        List<Attachment> files = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        Matcher begin = BEGIN.matcher(text);
        int at = 0;
        while (files.size() < MAX_FILES && begin.find(at)) {
            int end = text.indexOf("\nend", begin.end());
            if (end < 0) {
                break;
            }
            rest.append(text, at, begin.start());
            long size = size(text.substring(begin.end(), end));
            files.add(new Attachment(begin.group(1).strip(), "application/octet-stream", size));
            at = end + 4;
        }
        return new Split(rest.append(text, at, text.length()).toString(), files);
    }

    /** Each line starts with the number of its bytes. */
    private static long size(String lines) {
        return lines.lines()
                .filter(line -> !line.isEmpty())
                .mapToLong(line -> line.charAt(0) - ' ' & 0x3F)
                .sum();
    }
}
