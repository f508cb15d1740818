package dev.vigil.cli;

import dev.vigil.core.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The built-in scenario, laid out in a folder of its own that goes when it is closed. */
final class DemoScenario implements AutoCloseable {
    private static final String WHERE = "/dev/vigil/demo/";
    private final Path dir;

    DemoScenario() {
        try {
            dir = Files.createTempDirectory("vigil-demo");
            for (String name : names()) {
                Path file = dir.resolve(name);
                Files.createDirectories(file.getParent());
                Files.write(file, bytes(name));
            }
        } catch (IOException e) {
            throw new Trouble("The demo needs a folder to write in; set TMPDIR to one or free some space.", e);
        }
    }

    Path dir() {
        return dir;
    }

    List<String> watches() {
        return text("watches.jsonl").lines().toList();
    }

    /** What the person may wonder about afterwards. */
    List<WhyNot> questions() {
        return text("questions.txt").lines().map(WhyNot::read).toList();
    }

    static List<String> names() {
        return text("index.txt").lines().filter(line -> !line.isBlank()).toList();
    }

    private static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) {
        try (InputStream in = DemoScenario.class.getResourceAsStream(WHERE + name)) {
            if (in == null) {
                throw new IllegalStateException("missing from the jar: " + WHERE + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(dir)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new Trouble("The demo's folder " + dir + " could not be removed; remove it by hand.", e);
        }
    }
}
