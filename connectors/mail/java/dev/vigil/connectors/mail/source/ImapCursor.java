package dev.vigil.connectors.mail.source;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** How far each folder was read: its UIDVALIDITY and the highest UID (RFC 3501, section 2.3.1.1). */
final class ImapCursor {
    private static final String VERSION = "imap1";

    private final Map<String, Position> folders = new TreeMap<>();

    private record Position(long validity, long uid) {}

    /** An empty cursor for null and for what another version wrote: then everything is read again. */
    static ImapCursor parse(String text) {
        ImapCursor cursor = new ImapCursor();
        if (text == null || !text.startsWith(VERSION)) {
            return cursor;
        }
        try {
            String[] pieces = text.split("\\|");
            for (int i = 1; i < pieces.length; i++) {
                String[] fields = pieces[i].split(":");
                String folder = URLDecoder.decode(fields[0], StandardCharsets.UTF_8);
                cursor.folders.put(folder, new Position(Long.parseLong(fields[1]), Long.parseLong(fields[2])));
            }
            return cursor;
        } catch (RuntimeException e) {
            return new ImapCursor();
        }
    }

    /** The highest UID that was read; 0 when none was, or when the server has numbered its messages anew. */
    long lastUid(String folder, long validity) {
        Position position = folders.get(folder);
        return position == null || position.validity() != validity ? 0 : position.uid();
    }

    void read(String folder, long validity, long uid) {
        folders.put(folder, new Position(validity, Math.max(uid, lastUid(folder, validity))));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(VERSION);
        folders.forEach((folder, position) -> text.append('|')
                .append(URLEncoder.encode(folder, StandardCharsets.UTF_8))
                .append(':')
                .append(position.validity())
                .append(':')
                .append(position.uid()));
        return text.toString();
    }
}
