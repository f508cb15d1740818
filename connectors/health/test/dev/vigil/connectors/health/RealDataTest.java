package dev.vigil.connectors.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.core.fact.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reads each file of a folder of foreign health data, given by the system property {@code vigil.realdata}. */
@Tag("realdata")
class RealDataTest {
    @Test
    void everyFileGivesSamplesOrIsRefusedPolitely() throws IOException {
        for (Path file : files()) {
            Looking looking = Looking.at(file, "zone", "UTC");

            Map<String, Long> counts = looking.samples().stream()
                    .collect(Collectors.groupingBy(
                            sample -> MetricWords.name(sample.metric()), TreeMap::new, Collectors.counting()));
            System.out.println(file.getParent().getFileName() + "/" + file.getFileName() + " " + counts
                    + (looking.refused.isEmpty()
                            ? ""
                            : " refused " + looking.refused.size() + ": " + looking.refused.get(0)));
            assertThat(looking.lines()).as("%s", file).isNotEmpty();
            assertThat(looking.ids()).as("%s", file).allMatch(id -> id.length() == 20);
            assertThat(looking.samples())
                    .as("%s", file)
                    .extracting(Sample::value)
                    .allMatch(value -> value >= 0);
        }
    }

    private static List<Path> files() throws IOException {
        Path root = Path.of(System.getProperty("vigil.realdata")).resolve("health");
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
