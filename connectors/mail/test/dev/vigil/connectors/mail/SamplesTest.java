package dev.vigil.connectors.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every file under samples/: a mail, a line of dashes, what is read of it. */
class SamplesTest {
    static final Path SAMPLES = Path.of("connectors/mail/samples");
    private static final Instant FILE_TIME = Instant.parse("2026-11-24T12:00:00Z");

    @TestFactory
    List<DynamicTest> each_sample_is_read_as_its_lower_half_says() throws IOException {
        List<Path> samples = samples();
        assertThat(samples).hasSizeGreaterThan(40);
        return samples.stream()
                .map(sample ->
                        DynamicTest.dynamicTest(SAMPLES.relativize(sample).toString(), () -> check(sample)))
                .toList();
    }

    private static void check(Path sample) throws Exception {
        String[] halves = Files.readString(sample).split("(?m)^-{72}\n", 2);
        MailParser parser = new MailParser(MailParser.NO_CALENDARS, null);
        ParsedMail parsed = parser.parse(halves[0].getBytes(StandardCharsets.UTF_8), FILE_TIME, false);
        assertThat(MailAsText.of(parsed)).isEqualTo(halves[1].stripTrailing());
    }

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".eml.txt"))
                    .sorted()
                    .toList();
        }
    }
}
