package dev.vigil.connectors.health;

import dev.vigil.core.fact.Arrival;
import dev.vigil.core.port.Source;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Prints how many samples are read in a second of processor time from an Apple export of 500,000 records, on one thread, five times over. Run
 * it by hand after {@code mvn test-compile}: {@code java -cp target/classes:target/test-classes:… Throughput}.
 */
final class Throughput {
    private static final int RECORDS = 500_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Throughput() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Files.createTempFile("export", ".xml");
        try {
            write(file);
            for (int round = 0; round < 5; round++) {
                Count count = new Count();
                long start = THREADS.getCurrentThreadCpuTime();
                try (Source source = Looking.open(file.toString(), Map.of())) {
                    source.look(null, count);
                }
                double seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
                System.out.printf(
                        "%,d samples of %,d MB in %.2f s of processor time: %,.0f samples/s%n",
                        count.arrived, Files.size(file) >> 20, seconds, count.arrived / seconds);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<HealthData locale=\"en_GB\">\n");
            for (int i = 0; i < RECORDS; i++) {
                String time = String.format(
                        "2026-%02d-%02d %02d:%02d:%02d +0000",
                        1 + i / 50_000, 1 + i / 2_000 % 25, i / 100 % 24, i % 60, i / 7 % 60);
                out.write(" <Record type=\"HKQuantityTypeIdentifierHeartRate\" sourceName=\"Nora’s Apple Watch\""
                        + " sourceVersion=\"11.1\" device=\"&lt;&lt;HKDevice: 0x3024c1d40&gt;, name:Apple Watch,"
                        + " manufacturer:Apple Inc., model:Watch, hardware:Watch7,3, software:11.1&gt;\""
                        + " unit=\"count/min\" creationDate=\"" + time + "\" startDate=\"" + time + "\" endDate=\""
                        + time
                        + "\" value=\"" + (50 + i % 90) + "\">\n"
                        + "  <MetadataEntry key=\"HKMetadataKeyHeartRateMotionContext\" value=\"0\"/>\n </Record>\n");
            }
            out.write("</HealthData>\n");
        }
    }

    private static final class Count implements Source.Sink {
        private long arrived;

        @Override
        public void arrived(Arrival arrival) {
            arrived++;
        }

        @Override
        public void refused(String where, String why) {
            System.out.println("refused " + where + " " + why);
        }

        @Override
        public void reached(String cursor) {}
    }
}
