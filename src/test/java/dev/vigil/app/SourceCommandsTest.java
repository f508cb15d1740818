package dev.vigil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.app.Console.Seen;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class SourceCommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path dir;

    private Console console;

    @BeforeEach
    void sitDown() {
        console = new Console(dir);
        console.file("steps.xml", """
                <HealthData>
                 <Record type="HKQuantityTypeIdentifierStepCount" sourceName="phone" unit="count"
                  startDate="2026-11-20 08:00:00 +0000" endDate="2026-11-20 08:10:00 +0000" value="900"/>
                 <Record type="HKQuantityTypeIdentifierStepCount" sourceName="phone" unit="count"
                  startDate="2026-11-20 09:00:00 +0000" endDate="2026-11-20 09:10:00 +0000" value="many"/>
                </HealthData>
                """);
    }

    @Test
    void aSourceIsAddedListedCheckedAndRemoved() {
        Seen added = console.type("source", "add", "health", "steps.xml");
        assertThat(added.status()).as(added.err()).isZero();
        assertThat(added.out()).contains("health", dir.resolve("steps.xml").toString());

        JsonNode listed = JSON.readTree(console.type("source", "list", "--json").out());
        assertThat(listed.get("name").stringValue()).isEqualTo("health");
        assertThat(listed.get("connector").stringValue()).isEqualTo("health");
        assertThat(listed.get("able").booleanValue()).isTrue();
        assertThat(listed.get("verified").isNull()).isTrue();

        Seen checked = console.type("source", "check", "--json");
        assertThat(checked.status()).isZero();
        JsonNode line = JSON.readTree(checked.out());
        assertThat(line.get("able").booleanValue()).isTrue();
        assertThat(line.get("seen").intValue()).isEqualTo(1);
        assertThat(line.get("refused")).hasSize(1);
        assertThat(line.get("refused").get(0).get("where").stringValue()).contains("steps.xml");
        assertThat(line.get("refused").get(0).get("why").stringValue()).isNotBlank();
        assertThat(line.get("verified").stringValue()).isEqualTo("2026-11-21T10:00:00Z");

        assertThat(JSON.readTree(console.type("source", "list", "--json").out())
                        .get("verified")
                        .stringValue())
                .isEqualTo("2026-11-21T10:00:00Z");
        assertThat(console.type("source", "remove", "health").status()).isZero();
        assertThat(console.type("source", "list", "--json").out()).isEmpty();
    }

    @Test
    void aSecondSourceOfAKindGetsANameOfItsOwnAndATakenNameIsRefused() {
        console.type("source", "add", "health", "steps.xml");

        assertThat(console.type("source", "add", "health", "steps.xml").out()).contains("health-2");
        Seen taken = console.type("source", "add", "health", "steps.xml", "--name", "health");
        assertThat(taken.status()).isEqualTo(1);
        assertThat(taken.err()).contains("already");
    }

    @Test
    void aSourceThatCannotBeReadAnyMoreIsSaidToBeUnable() throws Exception {
        console.type("source", "add", "health", "steps.xml", "--name", "phone");
        Files.delete(dir.resolve("steps.xml"));

        Seen seen = console.type("source", "check", "phone", "--json");

        assertThat(seen.status()).isEqualTo(1);
        assertThat(JSON.readTree(seen.out()).get("able").booleanValue()).isFalse();
        assertThat(seen.err().lines()).hasSize(1).first().asString().startsWith("phone: ");
        assertThat(JSON.readTree(console.type("source", "list", "--json").out())
                        .get("able")
                        .booleanValue())
                .isFalse();
    }

    @Test
    void whatCannotBeASourceIsRefusedInOneLineAndNotKept() {
        console.file("empty", "");
        String[][] wrong = {
            {"weather", "steps.xml"},
            {"health", "nowhere.xml"},
            {"health", "steps.xml", "--name", "a b"},
            {"health", "steps.xml", "--password-file", "nowhere"},
            {"health", "steps.xml", "--password-file", "empty"},
            {"health", "https://robin:kestrel@host.example/x"}
        };
        for (String[] words : wrong) {
            Seen seen = console.type(java.util.stream.Stream.concat(
                            java.util.stream.Stream.of("source", "add"), java.util.Arrays.stream(words))
                    .toArray(String[]::new));
            assertThat(seen.status()).as(String.join(" ", words)).isEqualTo(1);
            assertThat(seen.out()).isEmpty();
            assertThat(seen.err().lines()).hasSize(1);
            assertThat(seen.err()).doesNotContain("kestrel");
        }
        assertThat(console.type("source", "list", "--json").out()).isEmpty();
    }

    @Test
    void aNameThatNoSourceHasIsRefused() {
        for (String act : new String[] {"check", "remove"}) {
            Seen seen = console.type("source", act, "nobody");
            assertThat(seen.status()).isEqualTo(1);
            assertThat(seen.err()).contains("There is no source named nobody");
        }
    }

    @Test
    void aPasswordIsKeptSealed() throws Exception {
        console.file("password", "kestrel\n");
        console.type("source", "add", "health", "steps.xml", "--user", "robin", "--password-file", "password");

        try (Wiring wiring = new Wiring(new Home(console.home), console.env, console.clock)) {
            var row = wiring.journal().sources(Wiring.PERSON).get(0);
            assertThat(row.sealed()).isNotNull().doesNotContain("kestrel");
            assertThat(wiring.seal().unseal(row.sealed())).isEqualTo("kestrel");
        }
    }
}
