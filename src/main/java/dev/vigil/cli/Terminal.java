package dev.vigil.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a command reads and writes: the person's own terminal, or one at the far end of a socket.
 *
 * @param cwd the folder to which relative paths refer
 * @param path folders in which programs are looked for
 */
public record Terminal(InputStream in, PrintStream out, PrintStream err, Path cwd, List<Path> path) {
    public Terminal {
        path = List.copyOf(path);
    }
}
