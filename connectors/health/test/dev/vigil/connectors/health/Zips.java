package dev.vigil.connectors.health;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes zip files and Apple exports for tests. */
final class Zips {
    private Zips() {}

    /** @param entries names and contents in turn */
    static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    static String export(String... elements) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<HealthData locale=\"en_GB\">\n"
                + String.join("\n", elements) + "\n</HealthData>\n";
    }

    /** A heart rate of this value, so many minutes after midnight of 1 November 2026. */
    static String heartRate(int minute, Object value) {
        String time =
                String.format("2026-11-%02d %02d:%02d:00 +0000", 1 + minute / 1440, minute / 60 % 24, minute % 60);
        return " <Record type=\"HKQuantityTypeIdentifierHeartRate\" sourceName=\"Wätch\" unit=\"count/min\" startDate=\""
                + time + "\" endDate=\"" + time + "\" value=\"" + value + "\"/>";
    }

    /** Heart rates of 60 to 99, one a minute. */
    static String[] heartRates(int count) {
        String[] records = new String[count];
        for (int i = 0; i < count; i++) {
            records[i] = heartRate(i, 60 + i % 40);
        }
        return records;
    }
}
