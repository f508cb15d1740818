package dev.vigil.connectors.calendar;

import dev.vigil.core.fact.Address;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a source has read so far: its cursor. It is enough to tell, after a restart, what is new in a file and which
 * event has vanished from it.
 *
 * @param files by name within the source
 */
record Seen(Map<String, File> files) {
    private static final String VERSION = "1:";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param digest of the file's bytes */
    record File(String digest, List<Event> events) {}

    /**
     * One revision that a file held.
     *
     * @param key which event or occurrence it is of
     * @param content what it said
     * @param stamp its time stamp as reported, in epoch seconds
     * @param gone it vanished and was reported as cancelled
     * @param last what to report when it vanishes; null when it is over and will not be missed
     */
    record Event(String key, String content, long stamp, boolean gone, Last last) {}

    /**
     * @param over when it is over, in epoch seconds; null when it repeats
     * @param start as {@link Digests#written}
     */
    record Last(
            String uid,
            String instance,
            int sequence,
            Long over,
            String start,
            String end,
            String calendar,
            String summary,
            String location,
            List<Address> people,
            boolean transparent) {}

    /** Reads a cursor; one that is none, or of another version, is as good as none. */
    static Seen read(String cursor) {
        if (cursor == null || !cursor.startsWith(VERSION)) {
            return new Seen(new TreeMap<>());
        }
        try {
            byte[] packed = Base64.getDecoder().decode(cursor.substring(VERSION.length()));
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                Seen seen = JSON.readValue(in.readAllBytes(), Seen.class);
                return new Seen(new TreeMap<>(seen.files()));
            }
        } catch (IllegalArgumentException | IOException | JacksonException | NullPointerException e) {
            return new Seen(new TreeMap<>());
        }
    }

    String cursor() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(JSON.writeValueAsBytes(this));
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer in memory", e);
        }
        return VERSION + Base64.getEncoder().encodeToString(packed.toByteArray());
    }
}
