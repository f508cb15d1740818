package dev.vigil.connectors.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.core.fact.Sample;
import dev.vigil.core.watch.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnSamplesTest {
    private static final Path HERE = Path.of("connectors/health");

    @Test
    void theSmallLifeIsUnderstoodWhole() throws IOException {
        Path file = HERE.resolve("samples/small-life/export.xml");

        Looking looking = Looking.at(file);

        assertThat(looking.refused).isEmpty();
        assertThat(Files.size(file)).isLessThan(300_000);
        assertThat(looking.samples())
                .extracting(Sample::metric)
                .contains(Metric.HEART_RATE, Metric.STEPS, Metric.SLEEP, Metric.WEIGHT, Metric.WORKOUT);
        assertThat(looking.ids()).doesNotHaveDuplicates();
    }

    @Test
    void theCsvOfTheReadmeIsReadAsItSays(@TempDir Path folder) throws IOException {
        String readme = Files.readString(HERE.resolve("README.md"));
        int from = readme.indexOf("```csv\n") + "```csv\n".length();
        Path file = Files.writeString(folder.resolve("a.csv"), readme.substring(from, readme.indexOf("```", from)));

        assertThat(Looking.at(file).lines())
                .containsExactly(
                        "2026-11-23T10:00:00Z heart_rate 72 bpm, Chest belt",
                        "2026-11-23T07:05:00Z weight 64.0926 kg, Scale",
                        "2026-11-23T12:00:00Z/2026-11-23T12:10:00Z steps 812 count",
                        "2026-11-22T23:15:00Z/2026-11-23T06:30:00Z sleep 7.25 h, Ring",
                        "2026-11-23T18:00:00Z/2026-11-23T18:40:00Z workout 40 min running");
    }

    @Test
    void readmeAndManifestNameEveryMetricWithItsUnit() throws IOException {
        String readme = Files.readString(HERE.resolve("README.md"));
        String manifest = Files.readString(HERE.resolve("connector.yaml"));
        for (Metric metric : Metric.values()) {
            String name = MetricWords.name(metric);
            assertThat(readme).contains("| `" + name + "` | " + metric.unit() + " |");
            assertThat(manifest.replace("\"", ""))
                    .contains("      " + name + ": {unit: " + metric.unit() + ", words: [");
        }
    }
}
