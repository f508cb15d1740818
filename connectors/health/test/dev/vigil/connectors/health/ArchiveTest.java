package dev.vigil.connectors.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    @TempDir
    Path folder;

    @Test
    void anExportIsFoundWhateverLanguageItsNamesAreIn() throws IOException {
        Path zip = write(Zips.zip(
                "apple_health_export/workout-routes/route_2026-11-23.gpx", "<gpx/>",
                "apple_health_export/Exportieren.xml", Zips.export(Zips.heartRate(0, 72)),
                "apple_health_export/clinical-records/Observation-1.json", """
                {"resourceType":"Observation","status":"final","code":{"coding":[{"code":"29463-7"}]},
                 "effectiveDateTime":"2026-11-01T08:00:00Z","valueQuantity":{"value":64,"code":"kg"}}
                """));

        assertThat(Looking.at(zip).lines())
                .containsExactly("2026-11-01T00:00:00Z heart_rate 72 bpm, Wätch", "2026-11-01T08:00:00Z weight 64 kg");
    }

    @Test
    void aRefusalNamesTheEntryAndItsLine() throws IOException {
        Path zip = write(Zips.zip("apple_health_export/export.xml", Zips.export(Zips.heartRate(0, "many"))));

        assertThat(Looking.at(zip).refused)
                .containsExactly(
                        "export.zip/apple_health_export/export.xml:3 has a heart rate value that is no number");
    }

    @Test
    void aZipThatEndsInTheMiddleGivesWhatStandsBeforeAndOneRefusal() throws IOException {
        byte[] whole = Zips.zip("apple_health_export/export.xml", Zips.export(Zips.heartRates(5_000)));
        Path zip = write(Arrays.copyOf(whole, whole.length * 2 / 3));

        Looking looking = Looking.at(zip);

        assertThat(looking.arrivals).hasSizeBetween(1_000, 4_999);
        assertThat(looking.ids()).isEqualTo(Looking.at(write(whole)).ids().subList(0, looking.arrivals.size()));
        assertThat(looking.refused).hasSize(1);
        assertThat(looking.refused.get(0))
                .matches("export.zip/apple_health_export/export.xml:\\d{4} is cut off or damaged here;"
                        + " what stands before was taken");
    }

    @Test
    void aZipWithoutItsDirectoryGivesAllAndOneRefusal() throws IOException {
        byte[] whole = Zips.zip("export.xml", Zips.export(Zips.heartRates(10)));
        Path zip = write(Arrays.copyOf(whole, whole.length - 30));

        Looking looking = Looking.at(zip);

        assertThat(looking.arrivals).hasSize(10);
        assertThat(looking.refused)
                .containsExactly("export.zip is cut off or damaged here; what stands before was taken");
    }

    @Test
    void aDamagedEntryDoesNotCostTheNext() throws IOException {
        byte[] bytes = Zips.zip(
                "a.csv",
                "time,metric,value\n" + "2026-11-01T00:00,heart_rate,60\n".repeat(50),
                "b.csv",
                "time,metric,value\n2026-11-01T00:00,heart_rate,61\n");
        Arrays.fill(bytes, 40, 60, (byte) 0xff);

        Looking looking = Looking.at(write(bytes));

        assertThat(looking.lines()).contains("2026-11-01T00:00:00Z heart_rate 61 bpm");
        assertThat(looking.refused).hasSize(1);
        assertThat(looking.refused.get(0)).startsWith("export.zip/a.csv");
    }

    @Test
    void aBombIsLeftWhenItUnpacksTooFar() throws IOException {
        String padded = " <Record type=\"HKQuantityTypeIdentifierHeartRate\"" + " ".repeat(1 << 20)
                + "startDate=\"2026-11-01 00:00:00 +0000\" endDate=\"2026-11-01 00:00:00 +0000\" value=\"60\"/>\n";
        String[] records = new String[60];
        Arrays.fill(records, padded);
        byte[] bomb = Zips.zip("export.xml", Zips.export(records), "later.xml", Zips.export(Zips.heartRate(0, 61)));

        Looking looking = Looking.at(write(bomb));

        assertThat(bomb.length).isLessThan(100_000);
        assertThat(looking.arrivals).hasSizeLessThan(60);
        assertThat(looking.refused).hasSize(1);
        assertThat(looking.refused.get(0)).endsWith("unpacks to more than 250 times its size or 64 GB");
    }

    @Test
    void anArchiveInAnArchiveIsNotOpened() throws IOException {
        byte[] inner = Zips.zip("export.xml", Zips.export(Zips.heartRate(0, 72)));
        String asText = new String(inner, java.nio.charset.StandardCharsets.ISO_8859_1);
        Path zip = write(Zips.zip("inner.zip", asText, "notes.txt", "nothing"));

        assertThat(Looking.at(zip).lines())
                .containsExactly("refused export.zip is a zip that holds nothing understood; " + Format.UNDERSTOOD);
    }

    @Test
    void entriesThatClimbOutOfTheArchiveAreOnlyNames() throws IOException {
        Path zip = write(Zips.zip("../../etc/export.xml", Zips.export(Zips.heartRate(0, 0))));

        assertThat(Looking.at(zip).refused)
                .containsExactly("export.zip/../../etc/export.xml:3 heart rate of 0 bpm is not between 1 and 400");
        assertThat(folder.resolve("../../etc/export.xml")).doesNotExist();
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("export.zip"), bytes);
    }
}
