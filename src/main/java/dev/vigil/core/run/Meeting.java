package dev.vigil.core.run;

import java.util.List;

/**
 * What a watch asks for, held against something that happened.
 *
 * @param path the part of the watch that asks: {@code when[0]}, {@code when[0].of}, {@code when[0].after}
 * @param met all findings hold
 */
public record Meeting(int watch, String path, boolean met, List<Finding> findings) {
    public Meeting {
        findings = List.copyOf(findings);
    }

    /** The index into {@code when}. */
    public int trigger() {
        return Integer.parseInt(path.substring(5, path.indexOf(']')));
    }

    /** What follows the index: empty, "of", "after" or "sent". */
    public String role() {
        int dot = path.indexOf('.');
        return dot < 0 ? "" : path.substring(dot + 1);
    }
}
