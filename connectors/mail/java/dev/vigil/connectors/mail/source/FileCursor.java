package dev.vigil.connectors.mail.source;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which files were read, in at most some 10 KB however many they are: files fall into buckets by their key, and each
 * bucket keeps one digest over its files. A file that is new, changed or gone makes its bucket be read again, which is a
 * few files in a large folder and just the one in a small. An mbox file keeps how far it was read.
 */
final class FileCursor {
    private static final String VERSION = "files1";
    private static final int BUCKETS = 1024;
    private static final int MAX_BOXES = 200;

    private final Map<Integer, Long> buckets = new TreeMap<>();
    private final Map<Long, MboxPosition> boxes = new TreeMap<>();

    static int bucket(MailFile file) {
        return (int) (Digests.of(file.key()) % BUCKETS);
    }

    static long digest(MailFile file) {
        return Digests.of(file.key() + "\n" + file.size() + "\n" + file.modified());
    }

    /** An empty cursor for null, and for what another version wrote: then everything is read again. */
    static FileCursor parse(String text) {
        FileCursor cursor = new FileCursor();
        if (text == null || !text.startsWith(VERSION + "|")) {
            return cursor;
        }
        try {
            String[] pieces = text.split("\\|", -1);
            int step = 2 + Digests.LENGTH;
            for (int i = 0; i + step <= pieces[1].length(); i += step) {
                int bucket = (int) Digests.value(pieces[1].substring(i, i + 2));
                cursor.buckets.put(bucket, Digests.value(pieces[1].substring(i + 2, i + step)));
            }
            for (int i = 2; i < pieces.length; i++) {
                long key = Digests.value(pieces[i].substring(0, Digests.LENGTH));
                cursor.boxes.put(key, MboxPosition.parse(pieces[i].substring(Digests.LENGTH)));
            }
            return cursor;
        } catch (RuntimeException e) {
            return new FileCursor();
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(VERSION).append('|');
        buckets.forEach(
                (bucket, digest) -> text.append(Digests.text(bucket, 2)).append(Digests.text(digest, Digests.LENGTH)));
        boxes.entrySet().stream()
                .limit(MAX_BOXES)
                .forEach(box -> text.append('|')
                        .append(Digests.text(box.getKey(), Digests.LENGTH))
                        .append(box.getValue()));
        return text.toString();
    }

    boolean knows(int bucket, long digest) {
        return buckets.getOrDefault(bucket, 0L) == digest;
    }

    void bucketRead(int bucket, long digest) {
        buckets.put(bucket, digest);
    }

    /** Forgets the buckets that hold no file any more. */
    void keepOnly(Map<Integer, Long> present) {
        buckets.keySet().retainAll(present.keySet());
    }

    /** Null if it was never read. */
    MboxPosition box(MailFile file) {
        return boxes.get(Digests.of(file.key()));
    }

    void boxRead(MailFile file, MboxPosition position) {
        boxes.put(Digests.of(file.key()), position);
    }

    void keepOnlyBoxes(Iterable<MailFile> present) {
        Map<Long, MboxPosition> kept = new HashMap<>();
        for (MailFile file : present) {
            MboxPosition position = box(file);
            if (position != null) {
                kept.put(Digests.of(file.key()), position);
            }
        }
        boxes.clear();
        boxes.putAll(kept);
    }
}
