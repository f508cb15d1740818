package dev.vigil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.app.Console.Seen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisteredCommandsTest {
    @TempDir
    Path dir;

    private Console console;

    @BeforeEach
    void sitDown() {
        console = new Console(dir);
    }

    @Test
    void aCommandIsKeptAsWordsWithItsProgramFound() throws Exception {
        Path own = console.file("lights", "#!/bin/sh\n");
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwx------"));

        assertThat(console.type("command", "add", "lights", "--", "./lights", "--room", "a b; rm")
                        .status())
                .isZero();
        assertThat(console.type("command", "add", "shell", "--", "sh", "-c", "true")
                        .status())
                .isZero();

        assertThat(console.type("command", "list", "--json").lines())
                .contains("{\"name\":\"lights\",\"command\":[\"" + own + "\",\"--room\",\"a b; rm\"]}")
                .anyMatch(line -> line.matches(".*\\[\"/(usr/)?bin/sh\",\"-c\",\"true\"].*"));
    }

    @Test
    void whatCannotBeRunIsRefused() {
        console.file("text", "no program");
        for (String program : new String[] {"no-such-program", "./text", "./missing", "/"}) {
            Seen seen = console.type("command", "add", "x", "--", program);
            assertThat(seen.status()).isEqualTo(1);
            assertThat(seen.err().lines()).hasSize(1).first().asString().contains(program);
        }
        assertThat(console.type("command", "add", "!", "--", "sh").status()).isEqualTo(1);
        assertThat(console.type("command", "list").out()).isEmpty();
    }
}
