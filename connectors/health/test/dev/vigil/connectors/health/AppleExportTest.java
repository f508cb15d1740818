package dev.vigil.connectors.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.core.fact.Sample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppleExportTest {
    @TempDir
    Path folder;

    @Test
    void aFileThatEndsInTheMiddleGivesWhatStandsBeforeAndOneRefusal() throws IOException {
        String whole = Zips.export(Zips.heartRates(3_000));

        Looking looking = Looking.at(write(whole.substring(0, whole.indexOf("value=", whole.length() - 5_000))));

        assertThat(looking.arrivals).hasSizeBetween(2_900, 2_999);
        assertThat(looking.refused)
                .containsExactly("export.xml:" + (looking.arrivals.size() + 3)
                        + " ends in the middle; what stands before was taken");
    }

    @Test
    void aFileWithoutItsLastTagGivesAllAndOneRefusal() throws IOException {
        Looking looking = Looking.at(write(Zips.export(Zips.heartRates(10)).replace("</HealthData>", "")));

        assertThat(looking.arrivals).hasSize(10);
        assertThat(looking.refused).hasSize(1);
    }

    @Test
    void ofManyBrokenRecordsFarApartExactlyThoseAreLost() throws IOException {
        String[] records = Zips.heartRates(20_000);
        List<Double> good = new ArrayList<>();
        List<Integer> bad = new ArrayList<>();
        for (int i = 0; i < records.length; i++) {
            if (i % 199 == 7) {
                records[i] = i % 2 == 0
                        ? records[i].replace("<Record", "<Record x=\"1\" x=\"2\"")
                        : records[i].replace(" unit", " <unit");
                bad.add(i + 3);
            } else {
                good.add(60.0 + i % 40);
            }
        }

        Looking looking = Looking.at(write(Zips.export(records)));

        assertThat(looking.samples()).extracting(Sample::value).isEqualTo(good);
        assertThat(looking.refused).hasSize(Intake.LISTED + 1);
        assertThat(looking.refused.subList(0, Intake.LISTED))
                .extracting(line -> Integer.valueOf(line.substring("export.xml:".length(), line.indexOf(' '))))
                .isEqualTo(bad.subList(0, Intake.LISTED));
        assertThat(looking.refused.get(Intake.LISTED))
                .isEqualTo("export.xml " + (bad.size() - 100) + " more were refused; the first 100 are listed");
    }

    @Test
    void controlCharactersThatXmlForbidsAreReadAsSpaces() throws IOException {
        Looking looking = Looking.at(
                write(Zips.export(Zips.heartRate(0, 72).replace("Wätch", "My\u000bWatch"), Zips.heartRate(1, 73))));

        assertThat(looking.lines())
                .containsExactly(
                        "2026-11-01T00:00:00Z heart_rate 72 bpm, My Watch",
                        "2026-11-01T00:01:00Z heart_rate 73 bpm, Wätch");
    }

    @Test
    void textThatIsNoUtf8CostsItsRecordOnly() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(Zips.export(Zips.heartRate(0, 72)).replace("Wätch", "W#tch").getBytes(StandardCharsets.UTF_8));
        String text = Zips.export(
                Zips.heartRate(0, 72), Zips.heartRate(1, 73).replace("Wätch", "W#tch"), Zips.heartRate(2, 74));
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        raw[text.replace("ä", "..").indexOf('#')] = (byte) 0xff;

        Looking looking = Looking.at(Files.write(folder.resolve("export.xml"), raw));

        assertThat(looking.samples()).extracting(Sample::value).containsExactly(72.0, 74.0);
        assertThat(looking.refused).hasSize(1);
        assertThat(looking.refused.get(0)).startsWith("export.xml:4 ");
    }

    @Test
    void anExternalEntityIsNotRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret");
        String attack = "<?xml version=\"1.0\"?>\n<!DOCTYPE HealthData [<!ENTITY x SYSTEM \"" + secret.toUri()
                + "\"><!ENTITY % y SYSTEM \"" + secret.toUri() + "\"> %y;]>\n"
                + "<HealthData>&x;<Record type=\"HKQuantityTypeIdentifierHeartRate\" sourceName=\"&x;\"/>\n"
                + Zips.heartRate(0, 72) + "\n</HealthData>";
        Files.delete(secret);
        Files.createDirectory(folder.resolve("in"));
        Files.writeString(secret, "the secret");

        Looking looking = Looking.at(Files.writeString(folder.resolve("in/export.xml"), attack));

        assertThat(looking.lines()).noneMatch(line -> line.contains("secret"));
        assertThat(looking.arrivals).hasSize(1);
    }

    @Test
    void entitiesThatMultiplyAreNotExpanded() throws IOException {
        StringBuilder attack = new StringBuilder("<!DOCTYPE HealthData [<!ENTITY a0 \"lol\">");
        for (int i = 1; i < 30; i++) {
            attack.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        attack.append("]><HealthData><Me name=\"&a29;\"/>\n")
                .append(Zips.heartRate(0, 72))
                .append("</HealthData>");

        assertThat(Looking.at(write(attack.toString())).arrivals).hasSize(1);
    }

    @Test
    void anAttributeWithoutEndIsNotHeldInMemory() throws IOException {
        Path file = write(Zips.export(Zips.heartRate(0, 72), " <Record sourceName=\"" + "x".repeat(6 << 20) + "\"/>"));

        Looking looking = Looking.at(file);

        assertThat(looking.arrivals).hasSize(1);
        assertThat(looking.refused).hasSize(1);
        assertThat(looking.refused.get(0)).endsWith("has an element longer than 4 MB");
    }

    @Test
    void elementsNestedWithoutEndAreLeft() throws IOException {
        Looking looking = Looking.at(write(Zips.export(Zips.heartRate(0, 72), "<a>".repeat(100_000))));

        assertThat(looking.arrivals).hasSize(1);
        assertThat(looking.refused).containsExactly("export.xml:4 nests elements deeper than 64");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("export.xml"), text);
    }
}
