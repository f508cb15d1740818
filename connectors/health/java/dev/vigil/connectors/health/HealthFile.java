package dev.vigil.connectors.health;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;

/** Reads one file, whatever it is, into the intake. */
final class HealthFile {
    private final Intake intake;
    private final ZoneId zone;

    HealthFile(Intake intake, ZoneId zone) {
        this.intake = intake;
        this.zone = zone;
    }

    /**
     * Reads it; what cannot be understood is refused.
     *
     * @param shown its name for the person
     * @throws IOException if the disk fails or forbids it
     */
    void read(Path file, String shown) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(Format.HEAD);
        }
        if (Format.of(head) == Format.ZIP) {
            new Archive(file, shown, intake, this).read();
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            if (!read(in, head, shown)) {
                intake.refuse(0, head.length == 0 ? "is empty" : Format.describe(head) + "; " + Format.UNDERSTOOD);
            }
        }
    }

    /**
     * Reads an entry of an archive.
     *
     * @return false if it is of no understood format; nothing is refused then
     */
    boolean readEntry(InputStream entry, String shown) throws IOException {
        BufferedInputStream in = new BufferedInputStream(entry, Format.HEAD);
        in.mark(Format.HEAD);
        byte[] head = in.readNBytes(Format.HEAD);
        in.reset();
        return read(in, head, shown);
    }

    private boolean read(InputStream in, byte[] head, String shown) throws IOException {
        switch (Format.of(head)) {
            case APPLE -> AppleExport.read(in, shown, intake);
            case FHIR -> FhirReader.read(in, shown, intake, zone);
            case FHIR_LINES -> FhirReader.readLines(in, shown, intake, zone);
            case CSV -> CsvFile.read(in, shown, intake, zone);
            default -> {
                return false;
            }
        }
        return true;
    }
}
