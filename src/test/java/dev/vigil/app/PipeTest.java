package dev.vigil.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Watches come through a real pipe, as in {@code echo … | vigil arm -}. */
class PipeTest {
    @TempDir
    Path dir;

    @Test
    void arm_reads_a_pipe() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.vigil.app.Main",
                "arm",
                "-");
        builder.environment().put("VIGIL_HOME", dir.resolve("home").toString());
        builder.redirectErrorStream(true);
        Process vigil = builder.start();
        try (var pipe = vigil.getOutputStream()) {
            pipe.write(Console.PILLS.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(vigil.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(vigil.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).contains("1  Every day at 08:00");
        assertThat(vigil.exitValue()).isZero();
    }
}
