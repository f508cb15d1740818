package dev.vigil.notify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small executable programs for tests. */
final class Scripts {
    private Scripts() {}

    static Path write(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        file.toFile().setExecutable(true);
        return file;
    }
}
