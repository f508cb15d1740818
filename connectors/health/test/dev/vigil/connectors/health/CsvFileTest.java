package dev.vigil.connectors.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.core.fact.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {
    private static final String HEADER = "time,metric,value,device\n";

    @TempDir
    Path folder;

    @Test
    void windowsLineEndsAByteOrderMarkAndEmptyLinesAreFine() throws IOException {
        assertThat(read("\uFEFF\r\n" + HEADER.replace("\n", "\r\n")
                        + "\r\n2026-11-01T00:00,heart_rate,60,Belt\r\n\r\n"))
                .isEqualTo(1);
        assertThat(read("\uFEFF" + HEADER + "2026-11-01T00:00,heart_rate,60,Belt"))
                .isEqualTo(1);
    }

    @Test
    void aQuoteThatIsNeverClosedCostsItsLineOnly() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 1_000; i++) {
            text.append("2026-11-01T00:00,heart_rate,").append(60 + i % 10).append(i == 500 ? ",\"Belt\n" : ",Belt\n");
        }

        Looking looking = Looking.at(write(text.toString()));

        assertThat(looking.arrivals).hasSize(999);
        assertThat(looking.refused).hasSize(1);
        assertThat(looking.refused.get(0)).startsWith("a.csv:502 is quoted wrongly");
    }

    @Test
    void aLineWithoutEndIsNotHeldInMemory() throws IOException {
        Looking looking = Looking.at(write(HEADER + "2026-11-01T00:00,heart_rate,60,Belt\n" + "x".repeat(40 << 20)
                + "\n2026-11-01T00:01,heart_rate,61,Belt\n" + ",".repeat(100_000) + "\n"
                + "2026-11-01T00:02,heart_rate,62," + "\"y".repeat(30_000) + "\n"));

        assertThat(looking.samples()).extracting(Sample::value).containsExactly(60.0, 61.0);
        assertThat(looking.refused)
                .containsExactly(
                        "a.csv:3 is a line longer than 64 KB",
                        "a.csv:5 is a line longer than 64 KB",
                        "a.csv:6 is quoted wrongly; a quote within quotes is written twice");
    }

    @Test
    void aDeviceNameIsKeptShortAndOnOneLine() throws IOException {
        Looking looking = Looking.at(write(
                HEADER + "2026-11-01T00:00,heart_rate,60,\"Belt\u0007 of\n\u202eNora " + "x".repeat(500) + "\"\n"));

        assertThat(looking.samples().get(0).device())
                .startsWith("Belt of Nora xxx")
                .hasSize(120);
    }

    @Test
    void anUnbalancedQuoteInTheHeaderIsNoHeader() throws IOException {
        assertThat(Looking.at(write("time,metric,\"value\n2026-11-01T00:00,heart_rate,60\n")).refused)
                .containsExactly("a.csv is CSV without the columns time, metric and value; " + Format.UNDERSTOOD);
    }

    private int read(String text) throws IOException {
        Looking looking = Looking.at(write(text));
        assertThat(looking.refused).isEmpty();
        return looking.arrivals.size();
    }

    private Path write(String text) throws IOException {
        return Files.write(folder.resolve("a.csv"), text.getBytes(StandardCharsets.UTF_8));
    }
}
