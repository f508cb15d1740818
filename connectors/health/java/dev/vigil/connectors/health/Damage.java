package dev.vigil.connectors.health;

import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;

/** Tells damaged content from a failing disk. */
final class Damage {
    private Damage() {}

    /**
     * What to tell the person of content that cannot be read on.
     *
     * @throws IOException the same, if it is not the content's fault, so that a later look tries again
     */
    static String clause(IOException e) throws IOException {
        if (e instanceof Unreadable) {
            return e.getMessage();
        }
        if (e instanceof EOFException || e instanceof ZipException) {
            return "is cut off or damaged here; what stands before was taken";
        }
        throw e;
    }
}
