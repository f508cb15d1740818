package dev.vigil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.app.Console.Seen;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
    @TempDir
    Path dir;

    /** The golden file is what a person sees; when the demo changes on purpose, print it anew and read what changed. */
    @Test
    void theDemoPrintsTheWeekAndWhyFourThingsWereNotTold() throws Exception {
        Console console = new Console(dir);

        Seen seen = console.type("demo");

        assertThat(seen.status()).as(seen.err()).isZero();
        assertThat(seen.err()).isEmpty();
        assertThat(seen.lines()).isEqualTo(Files.readAllLines(Path.of("src/test/resources/demo/demo.txt")));
        assertThat(console.home).doesNotExist();
    }

    @Test
    void asJsonItPrintsOnlyWhatIsTold() throws Exception {
        long told = Files.readAllLines(Path.of("src/test/resources/demo/demo.txt")).stream()
                .filter(line -> line.matches("\\w.*  watch \\d+  .*"))
                .count();

        assertThat(new Console(dir).type("demo", "--json").lines())
                .hasSize((int) told)
                .allMatch(line -> line.matches("\\{\"at\":.*\"watch\":.*\"because\":\\[.+]}"));
    }
}
