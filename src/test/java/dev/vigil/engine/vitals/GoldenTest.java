package dev.vigil.engine.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases under {@code src/test/resources/vitals}: each is a transcript that has to come out as it is written. With
 * {@code -Dvitals.write=true} they are written anew, to be read before they are kept.
 */
class GoldenTest {
    private static final Path CASES = Path.of("src/test/resources/vitals");

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void comes_out_as_written(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String played = Transcript.play(lines);
        if (Boolean.getBoolean("vitals.write")) {
            Files.writeString(file, played);
        }
        assertThat(played).isEqualTo(String.join("\n", Files.readAllLines(file)) + "\n");
    }

    @Test
    void there_are_cases_to_play() throws IOException {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(25);
    }
}
