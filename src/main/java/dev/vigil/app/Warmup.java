package dev.vigil.app;

import dev.vigil.cli.Terminal;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * Runs commands in the home that {@code VIGIL_HOME} names, for Java to learn which classes a start needs. The launcher
 * gives it a home of its own.
 */
final class Warmup {
    private static final String WATCH = "{\"kind\":\"watch\",\"watch\":{\"when\":[{\"on\":\"time\",\"every\":"
            + "\"FREQ=DAILY\",\"times\":[\"08:00\"]}],\"then\":[{\"do\":\"notify\",\"say\":\"hello\"}],"
            + "\"repeat\":\"always\"}}\n";

    private Warmup() {}

    public static void main(String[] args) {
        for (List<String> command : List.of(
                List.of("demo", "--json"),
                List.of("arm", "-"),
                List.of("list"),
                List.of("list", "--json"),
                List.of("show", "1"),
                List.of("pause", "1"),
                List.of("undo"),
                List.of("source", "list", "--json"),
                List.of("outbox", "--json"),
                List.of("doctor"),
                List.of("config"),
                List.of("--help"))) {
            Terminal terminal = new Terminal(
                    new ByteArrayInputStream(WATCH.getBytes(StandardCharsets.UTF_8)),
                    new PrintStream(OutputStream.nullOutputStream()),
                    new PrintStream(OutputStream.nullOutputStream()),
                    Path.of("").toAbsolutePath(),
                    List.of());
            Main.run(command, terminal, System.getenv(), InstantSource.system());
        }
    }
}
