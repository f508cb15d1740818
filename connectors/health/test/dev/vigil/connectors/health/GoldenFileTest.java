package dev.vigil.connectors.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file under {@code test/golden} is an input, a line of dashes, and the samples and refusals that come of it; it is
 * read as if it lay there under its own name, in London, on 1 December 2026.
 */
class GoldenFileTest {
    private static final Path GOLDEN = Path.of("connectors/health/test/golden");
    private static final String DASHES = "----------";

    static Stream<String> goldens() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void givesWhatStandsBelowTheDashes(String name, @TempDir Path folder) throws IOException {
        String text = Files.readString(GOLDEN.resolve(name));
        int dashes = text.indexOf(DASHES + "\n");
        List<String> expected = Arrays.stream(
                        text.substring(dashes + DASHES.length()).split("\n"))
                .filter(line -> !line.isBlank())
                .toList();
        Path file = Files.writeString(folder.resolve(name), text.substring(0, dashes));

        Looking looking = Looking.at(file);

        assertThat(looking.lines()).containsExactlyElementsOf(expected);
        assertThat(looking.arrivals)
                .allSatisfy(arrival ->
                        assertThat(arrival.at()).isEqualTo(((dev.vigil.core.fact.Sample) arrival.fact()).known()));
    }
}
