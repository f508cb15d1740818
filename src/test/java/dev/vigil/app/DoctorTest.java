package dev.vigil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.core.run.Batch;
import dev.vigil.core.run.Wakeup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class DoctorTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path dir;

    private Console console;

    @BeforeEach
    void sitDown() {
        console = new Console(dir);
    }

    private Map<String, JsonNode> look() {
        return console.type("doctor", "--json").lines().stream()
                .map(JSON::readTree)
                .collect(Collectors.toMap(line -> line.get("part").stringValue(), Function.identity()));
    }

    private boolean isWell(String part) {
        return look().get(part).get("well").booleanValue();
    }

    private Wiring wiring() {
        return new Wiring(new Home(console.home), console.env, console.clock);
    }

    @Test
    void aFreshInstallationLacksOnlyARunningEngine() {
        console.type("list");

        assertThat(look())
                .containsKeys("java", "folder", "database", "zone", "clock", "missed runs", "outbox", "watches");
        assertThat(look().values())
                .filteredOn(line -> !line.get("well").booleanValue())
                .extracting(line -> line.get("part").stringValue())
                .containsExactly("engine");
        assertThat(console.type("doctor").out()).contains("look  engine: not running. Start `vigil run`");
    }

    @Test
    void aBrokenWatchIsNamedWithWhatMendsIt() {
        console.feed(Console.PILLS, "arm", "-");
        try (Wiring wiring = wiring()) {
            var watch = wiring.account().watch(1);
            wiring.journal().change(watch.broken("Add a mail source."), "broke 1", console.now);
        }

        assertThat(look().get("watch 1").get("mend").stringValue()).isEqualTo("Add a mail source.");
        assertThat(console.type("list").out()).contains("broken", "Add a mail source.");
    }

    @Test
    void aRunThatIsOverdueIsMissed() {
        assertThat(isWell("missed runs")).isTrue();
        Batch batch = new Batch();
        Instant due = console.now.plus(Duration.ofMinutes(10));
        batch.wakeups.add(new Wakeup(Wiring.PERSON, 1, 0, Wakeup.Kind.TICK, "x", due, ""));
        try (Wiring wiring = wiring()) {
            wiring.journal().commit(Wiring.PERSON, batch);
        }
        assertThat(isWell("missed runs")).isTrue();

        console.now = due.plus(Duration.ofHours(3));

        assertThat(isWell("missed runs")).isFalse();
        assertThat(look().get("missed runs").get("found").stringValue()).contains("3 h ago");
    }

    @Test
    void aClockThatRunsBehindWhatWasWrittenIsNoticed() {
        console.feed(Console.PILLS, "arm", "-");
        assertThat(isWell("clock")).isTrue();

        console.now = console.now.minus(Duration.ofDays(1));

        assertThat(isWell("clock")).isFalse();
    }

    @Test
    void aSourceIsWellWhileItsLastProofOfLifeIsRecent() {
        console.file("steps.csv", "metric,start,end,value\n");
        console.type("source", "add", "health", "steps.csv");
        assertThat(isWell("source health")).isFalse();

        console.type("source", "check");
        assertThat(isWell("source health")).isTrue();

        console.now = console.now.plus(Duration.ofDays(3));
        assertThat(look().get("source health").get("found").stringValue()).contains("3 days ago");
        assertThat(isWell("source health")).isFalse();
    }

    @Test
    void aFolderThatIsOpenToOthersIsNoticed() throws Exception {
        console.type("list");
        Files.setPosixFilePermissions(console.home, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(look().get("folder").get("mend").stringValue()).isEqualTo("Run: chmod 700 " + console.home);
    }
}
