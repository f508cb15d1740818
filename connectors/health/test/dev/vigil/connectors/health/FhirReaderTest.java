package dev.vigil.connectors.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FhirReaderTest {
    @TempDir
    Path folder;

    @Test
    void aBundleThatEndsInTheMiddleGivesWhatStandsBefore() throws IOException {
        String bundle = bundle(2_000, "");

        Looking looking = Looking.at(write(bundle.substring(0, bundle.length() - 10_000)));

        assertThat(looking.arrivals).hasSizeBetween(1_900, 1_999);
        assertThat(looking.refused)
                .containsExactly("a.json:" + (looking.arrivals.size() + 2)
                        + " is no JSON that can be read on; what stands before was taken");
    }

    @Test
    void aBundleWithinABundleIsRead() throws IOException {
        String inner = bundle(2, "");

        assertThat(Looking.at(write("{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":" + inner + "}]}")).arrivals)
                .hasSize(2);
    }

    @Test
    void bundlesNestedWithoutEndAreRefused() throws IOException {
        Looking looking =
                Looking.at(write("{\"resourceType\":\"Bundle\"," + "\"entry\":[{\"resource\":{".repeat(200_000) + "}"));

        assertThat(looking.arrivals).isEmpty();
        assertThat(looking.refused).hasSize(1);
    }

    @Test
    void aBigAttachmentIsPassedOver() throws IOException {
        String binary = "{\"resource\":{\"resourceType\":\"Binary\",\"data\":\"" + "QUJD".repeat(2 << 20) + "\"}},";

        Looking looking = Looking.at(write(bundle(3, binary)));

        assertThat(looking.refused).isEmpty();
        assertThat(looking.arrivals).hasSize(3);
    }

    @Test
    void aFieldWithoutEndIsNotHeldInMemory() throws IOException {
        String huge = "{\"resource\":{\"resourceType\":\"Observation\",\"component\":["
                + "{\"code\":{}},".repeat(1 << 20) + "{}]}},";

        Looking looking = Looking.at(write(bundle(3, huge)));

        assertThat(looking.refused).hasSize(1);
        assertThat(looking.refused.get(0)).endsWith("has a resource with a field larger than 1 MB");
    }

    @Test
    void anObservationOfTheSameDeviceInTwoFormatsIsOneSample() throws IOException {
        String fhir = Looking.at(write(bundle(1, ""))).ids().get(0);
        Path csv =
                Files.writeString(folder.resolve("b.csv"), "time,metric,value\n2026-11-01T00:00:00Z,heart_rate,60\n");

        assertThat(Looking.at(csv).ids()).containsExactly(fhir);
    }

    private static String bundle(int observations, String before) {
        StringBuilder text = new StringBuilder("{\"resourceType\":\"Bundle\",\"entry\":[" + before + "\n");
        for (int i = 0; i < observations; i++) {
            text.append(i == 0 ? "" : ",\n")
                    .append("{\"resource\":{\"resourceType\":\"Observation\",\"status\":\"final\",")
                    .append("\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"8867-4\"}]},")
                    .append("\"effectiveDateTime\":\"2026-11-01T00:00:00Z\",\"valueQuantity\":{\"value\":")
                    .append(60 + i % 40)
                    .append(",\"code\":\"/min\"}}}");
        }
        return text.append("]}").toString();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("a.json"), text);
    }
}
