package dev.vigil.notify;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs a program with an argument vector, never through a shell. Its output is kept up to a bound, the end of it; when
 * its time is over, it is ended with everything that it started.
 */
final class Child {
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration GRACE = Duration.ofSeconds(2);

    /** {@code status} is null when it was ended because its time was over. */
    record Result(Integer status, String output) {}

    private Child() {}

    /** The program of that name in a search path as in {@code PATH}. */
    static Optional<Path> find(String program, String searchPath) {
        return Stream.of(searchPath.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> {
                    try {
                        return Stream.of(Path.of(folder, program));
                    } catch (InvalidPathException notAFolder) {
                        return Stream.empty();
                    }
                })
                .filter(Path::isAbsolute)
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /**
     * @param environment added to Vigil's own, of which names that begin with {@code VIGIL_} are left out
     * @param bound bytes of output that are kept
     * @throws IOException if it could not be started
     */
    static Result run(List<String> command, Path folder, Map<String, String> environment, Duration time, int bound)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        if (folder != null) {
            builder.directory(folder.toFile());
        }
        builder.environment().keySet().removeIf(name -> name.startsWith("VIGIL_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        long end = System.nanoTime() + time.toNanos();
        try {
            process.getOutputStream().close();
            Tail tail = new Tail(bound);
            boolean ended = false;
            while (!ended && System.nanoTime() - end < 0) {
                ended = process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                read(process, tail);
            }
            return new Result(ended ? process.exitValue() : null, tail.text());
        } finally {
            stop(process);
            process.getInputStream().close();
        }
    }

    /** Only what is there: something it left behind may hold the pipe open for ever. */
    private static void read(Process process, Tail tail) {
        try {
            InputStream output = process.getInputStream();
            byte[] buffer = new byte[8_192];
            for (int ready = output.available(), read = 0; ready > 0 && read < 1_000_000; ready = output.available()) {
                int count = output.read(buffer, 0, Math.min(ready, buffer.length));
                if (count < 0) {
                    return;
                }
                read += count;
                tail.add(buffer, count);
            }
        } catch (IOException closedByItsEnd) {
            return;
        }
    }

    private static void stop(Process process) throws InterruptedException {
        if (!process.isAlive()) {
            return;
        }
        List<ProcessHandle> family = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        family.forEach(ProcessHandle::destroy);
        try {
            process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            Stream.concat(process.descendants(), family.stream()).forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** The end of a stream of bytes. */
    private static final class Tail {
        private final byte[] ring;
        private long seen;

        Tail(int bound) {
            ring = new byte[bound];
        }

        void add(byte[] bytes, int count) {
            for (int i = 0; i < count; i++) {
                ring[(int) (seen++ % ring.length)] = bytes[i];
            }
        }

        String text() {
            int kept = (int) Math.min(seen, ring.length);
            byte[] bytes = new byte[kept];
            for (int i = 0; i < kept; i++) {
                bytes[i] = ring[(int) ((seen - kept + i) % ring.length)];
            }
            return (seen > kept ? "…" : "") + new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
