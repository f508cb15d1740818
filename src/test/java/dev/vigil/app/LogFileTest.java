package dev.vigil.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir
    Path dir;

    @Test
    void whatFailedIsInTheLogWithItsStackTrace() throws Exception {
        Home home = new Home(dir.resolve("home"));

        Main.log(home, Map.of(), new IllegalStateException("a tooth is missing"));

        assertThat(Files.readString(home.log()))
                .contains("IllegalStateException: a tooth is missing")
                .contains("at dev.vigil.app.LogFileTest");
    }

    @Test
    void aHomeThatCannotBeMadeCostsTheLogOnly() throws Exception {
        Path file = Files.writeString(dir.resolve("file"), "");

        Main.log(new Home(file.resolve("home")), Map.of(), new IllegalStateException("x"));

        assertThat(file).isRegularFile();
    }
}
