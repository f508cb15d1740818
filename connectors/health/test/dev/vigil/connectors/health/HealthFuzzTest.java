package dev.vigil.connectors.health;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.vigil.core.fact.Arrival;
import dev.vigil.core.fact.Sample;
import dev.vigil.core.port.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes come in, a reader ends, throws nothing, and passes on nothing that cannot be a measurement. */
class HealthFuzzTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "20s")
    void apple(byte[] bytes) throws IOException {
        AppleExport.read(new ByteArrayInputStream(bytes), "export.xml", intake());
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "20s")
    void fhir(byte[] bytes) throws IOException {
        FhirReader.read(new ByteArrayInputStream(bytes), "a.json", intake(), LONDON);
        FhirReader.readLines(new ByteArrayInputStream(bytes), "a.ndjson", intake(), LONDON);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "20s")
    void csv(byte[] bytes) throws IOException {
        CsvFile.read(new ByteArrayInputStream(bytes), "a.csv", intake(), LONDON);
        byte[] header = "time,metric,value,unit,end,device,label\n".getBytes(StandardCharsets.UTF_8);
        byte[] below = new byte[header.length + bytes.length];
        System.arraycopy(header, 0, below, 0, header.length);
        System.arraycopy(bytes, 0, below, header.length, bytes.length);
        CsvFile.read(new ByteArrayInputStream(below), "a.csv", intake(), LONDON);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "20s")
    void file(byte[] bytes) throws IOException {
        Path file = Files.write(Files.createTempFile("fuzz", ""), bytes);
        try (Source source = Looking.open(file.toString(), java.util.Map.of())) {
            source.look(null, new Checked());
        } finally {
            Files.delete(file);
        }
    }

    /** The golden files, their expectations included: they are bad input of the best kind. */
    static Stream<Arguments> seeds() throws IOException {
        Stream.Builder<Arguments> seeds = Stream.builder();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("connectors/health/test/golden"))) {
            for (Path file : files) {
                seeds.add(Arguments.of((Object) Files.readAllBytes(file)));
            }
        }
        return seeds.build();
    }

    private static Intake intake() {
        Intake intake = new Intake(new Checked(), new Bounds(Looking.CLOCK, false), () -> false);
        intake.begin("file", 0, outcomes -> {});
        return intake;
    }

    private static final class Checked implements Source.Sink {
        @Override
        public void arrived(Arrival arrival) {
            Sample sample = (Sample) arrival.fact();
            boolean sane = !sample.end().isBefore(sample.start())
                    && (sample.retracted() || sample.value() >= 0 && sample.value() <= 1_000_000)
                    && sample.device().length() <= 250
                    && sample.label().length() <= 120;
            if (!sane) {
                throw new IllegalStateException("not sane: " + sample);
            }
        }

        @Override
        public void refused(String where, String why) {
            if (where.isEmpty() || why.isEmpty() || why.length() > 1_000 || why.contains("\n")) {
                throw new IllegalStateException("not to be shown: " + where + " " + why);
            }
        }

        @Override
        public void reached(String cursor) {}
    }
}
