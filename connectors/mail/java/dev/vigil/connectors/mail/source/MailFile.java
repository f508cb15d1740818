package dev.vigil.connectors.mail.source;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file that holds mail.
 *
 * @param where the path below the source's folder
 * @param key what stays the same while the file is the same: the path, without the flags that Maildir adds to names
 * @param holds one message, many, or one if it turns out to be a mail
 * @param size in bytes
 */
record MailFile(Path path, String where, String key, Holds holds, boolean sent, long size, Instant modified) {
    enum Holds {
        MESSAGE,
        MBOX,
        PERHAPS
    }
}
