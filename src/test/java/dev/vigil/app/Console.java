package dev.vigil.app;

import dev.vigil.cli.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A person at a terminal: types a command line and sees what comes back. */
final class Console {
    static final String PILLS = "{\"kind\":\"watch\",\"watch\":{\"when\":[{\"on\":\"time\",\"every\":\"FREQ=DAILY\","
            + "\"times\":[\"08:00\"]}],\"then\":[{\"do\":\"notify\",\"say\":\"take your pills\"}],"
            + "\"repeat\":\"always\"}}";
    static final String DOG_FOOD = "{\"kind\":\"watch\",\"watch\":{\"when\":[{\"on\":\"mail\","
            + "\"kind\":\"back_in_stock\",\"about\":\"dog food\"}],\"then\":[{\"do\":\"notify\"}],"
            + "\"repeat\":\"once\"}}";

    final Path cwd;
    final Path home;
    final Map<String, String> env = new HashMap<>();
    Instant now = Instant.parse("2026-11-21T10:00:00Z");
    final InstantSource clock = () -> now;

    Console(Path dir) {
        this.cwd = dir;
        this.home = dir.resolve("home");
        env.put("VIGIL_HOME", home.toString());
        env.put("VIGIL_ZONE", "Europe/London");
        env.put("PATH", "/usr/bin:/bin");
    }

    record Seen(int status, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    Seen type(String... words) {
        return feed("", words);
    }

    Seen feed(String input, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(List.of(words), terminal(input, out, err), env, clock);
        return new Seen(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Terminal terminal(String input, ByteArrayOutputStream out, ByteArrayOutputStream err) {
        return new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                cwd,
                Main.folders(env));
    }

    Path file(String name, String text) {
        try {
            return Files.writeString(cwd.resolve(name), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
