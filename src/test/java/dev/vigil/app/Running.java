package dev.vigil.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** `vigil run` within this process; its standard output is read line by line. */
final class Running implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> seen = new ArrayList<>();
    private final Wiring wiring;
    private final CompletableFuture<Void> end;

    Running(Console console) throws InterruptedException {
        wiring = new Wiring(new Home(console.home), console.env, InstantSource.system());
        PrintStream out = new PrintStream(new Lines(), true, StandardCharsets.UTF_8);
        end = CompletableFuture.runAsync(() -> wiring.run(out), task -> new Thread(task, "run").start());
        end.whenComplete((nothing, error) -> {
            if (error != null) {
                lines.add("ended with " + error);
            }
        });
        assertThat(await("")).contains("keeps watch");
    }

    /** The next line that holds these words; lines before it are passed over. */
    String await(String words) throws InterruptedException {
        while (true) {
            String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(line).as("a line with \"%s\" after %s", words, seen).isNotNull();
            seen.add(line);
            if (line.contains(words)) {
                return line;
            }
        }
    }

    /** How many lines so far hold these words. */
    long told(String words) {
        lines.drainTo(seen);
        return seen.stream().filter(line -> line.contains(words)).count();
    }

    @Override
    public void close() {
        wiring.end();
        try {
            end.join();
        } finally {
            wiring.close();
        }
    }

    /** Cuts what is printed into lines. */
    private final class Lines extends OutputStream {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public synchronized void write(int one) {
            if (one == '\n') {
                lines.add(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else {
                line.write(one);
            }
        }
    }
}
