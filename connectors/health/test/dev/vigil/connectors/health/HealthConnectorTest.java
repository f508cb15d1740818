package dev.vigil.connectors.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.core.Trouble;
import dev.vigil.core.port.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthConnectorTest {
    private static final String ROW = "time,metric,value\n2026-11-01T00:00,heart_rate,60\n";

    @TempDir
    Path folder;

    @Test
    void aPlaceThatCannotBeUsedIsToldInOneSentence() {
        assertThatThrownBy(() -> Looking.open("/nowhere/export.zip", Map.of()))
                .isInstanceOf(Trouble.class)
                .hasMessage("There is no file or folder /nowhere/export.zip; give the path of the health export.");
        assertThatThrownBy(() -> Looking.open("https://example.org/export.zip", Map.of()))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("download it and give its path");
        assertThatThrownBy(() -> Looking.open(" ", Map.of())).isInstanceOf(Trouble.class);
        assertThatThrownBy(() -> Looking.open("a\u0000b", Map.of())).isInstanceOf(Trouble.class);
    }

    @Test
    void anOptionThatCannotBeUsedIsNamed() {
        String here = folder.toString();
        assertThatThrownBy(() -> Looking.open(here, Map.of("zone", "Mars/Olympus")))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("zone=Mars/Olympus");
        assertThatThrownBy(() -> Looking.open(here, Map.of("future", "perhaps")))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("future=perhaps");
        assertThatThrownBy(() -> Looking.open(here, Map.of("colour", "red")))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("colour");
    }

    @Test
    void aPlaceThatWentAwayIsTroubleAtTheLook() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), ROW);
        Source source = Looking.open(file.toString(), Map.of());
        Files.delete(file);

        assertThatThrownBy(() -> source.look(null, new Looking()))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void aFileMayBeGivenAsAUri() throws IOException {
        Path file = Files.writeString(folder.resolve("my data.csv"), ROW);
        Looking looking = new Looking();

        try (Source source = Looking.open(file.toUri().toString(), Map.of())) {
            source.look(null, looking);
        }

        assertThat(looking.arrivals).hasSize(1);
    }

    @Test
    void aFolderIsReadThroughAllItsLevelsAndTheNameSaysNothing() throws IOException {
        Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(folder.resolve("a/b/rates.txt"), ROW);
        Files.writeString(folder.resolve("a/watch.csv"), Zips.export(Zips.heartRate(1, 61)));
        Files.write(folder.resolve("phone.xml"), Zips.zip("x", Zips.export(Zips.heartRate(2, 62))));

        assertThat(Looking.at(folder).lines())
                .containsExactly(
                        "2026-11-01T00:00:00Z heart_rate 60 bpm",
                        "2026-11-01T00:01:00Z heart_rate 61 bpm, Wätch",
                        "2026-11-01T00:02:00Z heart_rate 62 bpm, Wätch");
    }

    @Test
    void whatAPhoneExportsBesideItsDataIsPassedOver() throws IOException {
        Files.createDirectories(folder.resolve("workout-routes"));
        Files.createDirectories(folder.resolve("electrocardiograms"));
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(folder.resolve("workout-routes/route.gpx"), "<gpx/>");
        Files.writeString(folder.resolve("electrocardiograms/ecg.csv"), "Name,Nora\n");
        Files.writeString(folder.resolve("export_cda.xml"), "<ClinicalDocument/>");
        Files.writeString(folder.resolve(".git/config"), "x");
        Files.writeString(folder.resolve(".DS_Store"), "x");
        Files.writeString(folder.resolve("export.xml"), Zips.export(Zips.heartRate(1, 61)));

        assertThat(Looking.at(folder).lines()).containsExactly("2026-11-01T00:01:00Z heart_rate 61 bpm, Wätch");
    }

    @Test
    void aFileOfAnUnknownFormatIsRefusedWithItsNameAndWhatIsUnderstood() throws IOException {
        Files.write(folder.resolve("a.fit"), new byte[] {14, 32, 0, 0, 0, 0, 0, 0, '.', 'F', 'I', 'T', 0, 0});
        Files.writeString(folder.resolve("b.tcx"), "<?xml version=\"1.0\"?>\n<TrainingCenterDatabase/>");
        Files.writeString(folder.resolve("c.json"), "{\"activities-heart\": []}");
        Files.writeString(folder.resolve("d.csv"), "Id,Time,Value\n1,4/1/2016 7:54:00 AM,93\n");
        Files.writeString(folder.resolve("e"), "");
        Files.write(folder.resolve("f.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
        Files.write(folder.resolve("g.bin"), new byte[] {(byte) 0xfe, (byte) 0xff, 0, 1, 2});

        assertThat(Looking.at(folder).lines())
                .containsExactly(
                        "refused a.fit is a FIT activity file; " + Format.UNDERSTOOD,
                        "refused b.tcx is XML of an unknown kind (TrainingCenterDatabase); " + Format.UNDERSTOOD,
                        "refused c.json is JSON, but not FHIR; " + Format.UNDERSTOOD,
                        "refused d.csv is CSV without the columns time, metric and value; " + Format.UNDERSTOOD,
                        "refused e is empty",
                        "refused f.gz is compressed with gzip; unpack it first; " + Format.UNDERSTOOD,
                        "refused g.bin is of an unknown format; " + Format.UNDERSTOOD);
    }

    @Test
    void theFutureIsTakenWhereAReplayAsksForIt() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), ROW.replace("2026", "2031"));

        assertThat(Looking.at(file).lines())
                .containsExactly("refused a.csv:2 is dated in the future (2031-11-01T00:00:00Z)");
        assertThat(Looking.at(file, "future", "allow").lines())
                .containsExactly("2031-11-01T00:00:00Z heart_rate 60 bpm");
    }

    @Test
    void aWorkoutIsKnownFromItsStartAndASampleFromItsEnd() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.csv"),
                "time,end,metric,value\n2026-11-01T10:00,2026-11-01T10:30,workout,30\n"
                        + "2026-11-01T10:00,2026-11-01T10:30,steps,3000\n");

        assertThat(Looking.at(file).arrivals)
                .extracting(arrival ->
                        arrival.at().toString() + " " + arrival.fact().cause())
                .containsExactly(
                        "2026-11-01T10:00:00Z health:workout:2026-11-01T10:30:00Z",
                        "2026-11-01T10:30:00Z health:steps:2026-11-01T10:30:00Z");
    }
}
