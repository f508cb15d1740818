package dev.vigil.connectors.health;

import dev.vigil.core.Trouble;
import dev.vigil.core.port.Connector;
import dev.vigil.core.port.Source;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * Health data from a file or a folder (read recursively): Apple Health's {@code export.xml} or {@code export.zip}, FHIR
 * Observations as JSON, and CSV. The options are those of {@link HealthOptions}.
 */
public final class HealthConnector implements Connector {
    private final InstantSource clock;

    /** @param clock tells what lies too far in the future to be a measurement */
    public HealthConnector(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "health";
    }

    @Override
    public Source open(Settings settings) {
        HealthOptions options = HealthOptions.of(settings.options());
        return new HealthSource(place(settings.place()), options, clock);
    }

    private static Path place(String text) {
        if (text == null || text.isBlank()) {
            throw new Trouble("Say which file or folder holds the health data.");
        }
        try {
            Path path = text.startsWith("file:") ? Path.of(URI.create(text)) : Path.of(text);
            if (!text.startsWith("file:") && text.contains("://")) {
                throw new Trouble("Health data is read from a file or folder, not from " + shown(text)
                        + "; download it and give its path.");
            }
            if (!Files.exists(path)) {
                throw new Trouble(
                        "There is no file or folder " + shown(text) + "; give the path of the health export.");
            }
            return path;
        } catch (IllegalArgumentException e) {
            throw new Trouble("The place " + shown(text) + " is no path; give the path of a file or folder.", e);
        }
    }

    private static String shown(String text) {
        return PlainText.of(text, 200);
    }
}
