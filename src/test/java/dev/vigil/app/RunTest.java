package dev.vigil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.app.Console.Seen;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real second process that runs, and commands of this one that it carries out. */
class RunTest {
    @TempDir
    Path dir;

    private Console console;
    private Process process;
    private BufferedReader told;

    @BeforeEach
    void start() throws IOException {
        console = new Console(dir);
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.vigil.app.Main",
                "run",
                "--no-page");
        builder.environment().putAll(console.env);
        builder.redirectError(dir.resolve("errors").toFile());
        process = builder.start();
        told = process.inputReader(StandardCharsets.UTF_8);
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void itSaysWhenItIsReadyCarriesOutCommandsTellsAndEndsWell() throws Exception {
        assertThat(told.readLine()).isEqualTo("Vigil keeps watch: 0 watches, 0 sources.");

        Seen armed = console.feed(
                "{\"kind\":\"watch\",\"watch\":{\"when\":[{\"on\":\"time\",\"in\":\"PT1S\"}],"
                        + "\"then\":[{\"do\":\"notify\",\"say\":\"wave\"}],\"repeat\":\"once\"}}",
                "arm",
                "-");
        assertThat(armed.status()).as(armed.err()).isZero();
        assertThat(told.readLine()).contains("wave");
        assertThat(console.type("doctor").out()).contains("engine: running, process " + process.pid());
        assertThat(console.type("run").err()).contains("running already");

        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(new Home(console.home).socket()).doesNotExist();
        assertThat(Files.readString(dir.resolve("errors"))).isEmpty();
        assertThat(console.type("list", "--json").out()).contains("\"state\":\"done\"");
    }

    @Test
    void killedItLeavesNothingInTheWayOfTheNext() throws Exception {
        told.readLine();
        console.feed(Console.PILLS, "arm", "-");

        process.destroyForcibly();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThat(new Home(console.home).socket()).exists();
        assertThat(console.type("list", "--json").lines()).hasSize(1);
        try (Wiring next = new Wiring(new Home(console.home), console.env, console.clock);
                Server server = next.serve()) {
            assertThat(console.type("list", "--json").lines()).hasSize(1);
        }
    }
}
