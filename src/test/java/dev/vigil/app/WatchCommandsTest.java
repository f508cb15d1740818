package dev.vigil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.app.Console.Seen;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class WatchCommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path dir;

    private Console console;

    @BeforeEach
    void sitDown() {
        console = new Console(dir);
    }

    @Test
    void armingPrintsTheNumberAndTheSentence() {
        Seen seen = console.feed(Console.PILLS + "\n" + Console.DOG_FOOD + "\n", "arm", "-");

        assertThat(seen.status()).isZero();
        assertThat(seen.err()).startsWith("Watch 2 cannot run yet. There is no mail source").hasLineCount(1);
        assertThat(seen.lines()).hasSize(2);
        assertThat(seen.lines().get(0)).startsWith("1  ").contains("take your pills");
        assertThat(seen.lines().get(1)).startsWith("2  ").contains("dog food");
    }

    @Test
    void aBadLineIsRefusedWithItsPlaceAndTheGoodOnesAreArmed() {
        console.file(
                "watches.jsonl",
                Console.PILLS + "\n{\"kind\":\"watch\"\n\n" + Console.DOG_FOOD + "\n{\"kind\":\"query\"}\n");

        Seen seen = console.type("arm", "watches.jsonl");

        assertThat(seen.status()).isEqualTo(1);
        assertThat(seen.lines()).hasSize(2);
        assertThat(seen.err().lines())
                .hasSize(3)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("watches.jsonl:2: not valid JSON"),
                        line -> assertThat(line).startsWith("Watch 2 cannot run yet. There is no mail source"),
                        line -> assertThat(line).startsWith("watches.jsonl:5: it is a query"));
        assertThat(console.type("list", "--json").lines()).hasSize(2);
    }

    @Test
    void oneProposalMayBeSpreadOverSeveralLines() {
        String spread = JSON.readTree(Console.PILLS).toPrettyString();
        assertThat(spread.lines().count()).isGreaterThan(5);

        assertThat(console.feed(spread, "arm", "-").lines()).hasSize(1);
    }

    @Test
    void aSpreadProposalThatIsWrongIsRefusedOnceWithItsPlace() {
        String spread = JSON.readTree(Console.PILLS).toPrettyString().replace("notify", "shout");

        Seen seen = console.feed(spread, "arm", "-");

        assertThat(seen.status()).isEqualTo(1);
        assertThat(seen.err().lines()).hasSize(1);
        assertThat(seen.err()).startsWith("standard input:1: then[0].do").contains("shout");
    }

    @Test
    void severalGoalsInOneProposalBecomeOneWatchEach() {
        Seen seen = console.feed(
                "{\"kind\":\"several\",\"of\":[" + Console.PILLS + ",{\"kind\":\"question\",\"ask\":\"when\"},"
                        + Console.DOG_FOOD + "]}",
                "arm",
                "-");

        assertThat(seen.status()).isEqualTo(1);
        assertThat(seen.lines()).hasSize(2);
        assertThat(seen.err()).startsWith("standard input:1, of[1]: it is a question (when)");
    }

    @Test
    void whatCanNoLongerFireIsArmedAndSaidToBeOver() {
        Seen seen = console.feed(
                "{\"kind\":\"watch\",\"watch\":{\"when\":[{\"on\":\"time\",\"at\":\"2020-01-01T10:00\"}],"
                        + "\"then\":[{\"do\":\"notify\",\"say\":\"wave\"}],\"repeat\":\"once\"}}",
                "arm",
                "-");

        assertThat(seen.status()).isZero();
        assertThat(seen.lines()).hasSize(1);
        assertThat(seen.err()).contains("it will not fire");
    }

    @ParameterizedTest
    @CsvSource({"missing.jsonl,There is no", "folder,is a folder", "empty.jsonl,it is empty", "latin.jsonl,no UTF-8"})
    void aFileThatHoldsNoProposalsIsRefusedInOneLine(String name, String why) throws Exception {
        Files.createDirectory(dir.resolve("folder"));
        console.file("empty.jsonl", "\n\n");
        Files.write(dir.resolve("latin.jsonl"), new byte[] {'"', (byte) 0xE9, '"'});

        Seen seen = console.type("arm", name);

        assertThat(seen.status()).isEqualTo(1);
        assertThat(seen.out()).isEmpty();
        assertThat(seen.err().lines()).hasSize(1).first().asString().contains(why, name);
    }

    @Test
    void theListAsJsonHasTheContractsFields() {
        console.feed(Console.PILLS, "arm", "-");

        JsonNode line = JSON.readTree(console.type("list", "--json").out());

        assertThat(line.get("watch").intValue()).isEqualTo(1);
        assertThat(line.get("state").stringValue()).isEqualTo("armed");
        assertThat(line.get("goal").stringValue()).isEmpty();
        assertThat(line.get("says").stringValue()).contains("take your pills");
        assertThat(line.get("proposal")).isEqualTo(JSON.readTree(Console.PILLS));
        assertThat(line.get("next").isArray()).isTrue();
    }

    @Test
    void aWatchIsPausedResumedAndRemovedAndEachIsTakenBack() {
        console.feed(Console.PILLS, "arm", "-");

        assertThat(console.type("pause", "1").status()).isZero();
        assertThat(state()).isEqualTo("paused");
        console.type("resume", "1");
        assertThat(state()).isEqualTo("armed");
        console.type("remove", "1");
        assertThat(console.type("list", "--json").out()).isEmpty();

        assertThat(console.type("undo").out()).contains("removed 1");
        assertThat(state()).isEqualTo("armed");
        assertThat(console.type("undo").out()).contains("resumed 1");
        assertThat(state()).isEqualTo("paused");
        console.type("undo");
        console.type("undo");
        assertThat(console.type("list", "--json").out()).isEmpty();
        Seen nothing = console.type("undo");
        assertThat(nothing.status()).isEqualTo(1);
        assertThat(nothing.err()).isEqualToIgnoringNewLines("There is nothing to take back.");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T17:00, 2026-12-01T17:00:00Z",
        "2026-12-01T17:00+01:00, 2026-12-01T16:00:00Z",
        "2026-12-01, 2026-12-01T00:00:00Z",
        "17:00, 2026-11-21T17:00:00Z",
        "09:30, 2026-11-22T09:30:00Z",
        "PT2H, 2026-11-21T12:00:00Z",
        "P3D, 2026-11-24T10:00:00Z",
        "2h, 2026-11-21T12:00:00Z",
        "1d12h, 2026-11-22T22:00:00Z",
        "1w, 2026-11-28T10:00:00Z",
        "90m, 2026-11-21T11:30:00Z"
    })
    void aWatchIsSnoozedUntilAMomentAheadHoweverItIsSaid(String when, String till) {
        console.feed(Console.PILLS, "arm", "-");

        assertThat(console.type("snooze", "1", "until", when).status()).isZero();

        JsonNode line = JSON.readTree(console.type("list", "--json").out());
        assertThat(line.get("state").stringValue()).isEqualTo("snoozed");
        assertThat(line.get("resumes").stringValue()).isEqualTo(till);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2020-01-01", "2026-13-01", "PT0S", "25:00", "P1M", "99999999999d", ""})
    void aMomentThatIsNoneOrHasPassedIsRefused(String when) {
        console.feed(Console.PILLS, "arm", "-");

        Seen seen = console.type("snooze", "1", "until", when);

        assertThat(seen.status()).isEqualTo(1);
        assertThat(seen.err().lines()).hasSize(1).first().asString().contains("\"" + when + "\"");
        assertThat(state()).isEqualTo("armed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "pause", "resume", "remove", "snooze", "why", "backtest"})
    void aNumberThatNoWatchHasIsRefused(String command) {
        Seen seen = command.equals("snooze") ? console.type(command, "7", "2h") : console.type(command, "7");

        assertThat(seen.status()).isEqualTo(1);
        assertThat(seen.out()).isEmpty();
        assertThat(seen.err()).isEqualToIgnoringNewLines("There is no watch 7; `vigil list` shows the numbers.");
    }

    @Test
    void aWatchIsShownWithWhatItDid() {
        console.feed(Console.PILLS, "arm", "-");

        assertThat(console.type("show", "1").out())
                .contains("1  armed  ", "Armed: Sat 21 Nov 2026 10:00 (Europe/London)", "It has not fired yet");
        assertThat(JSON.readTree(console.type("show", "1", "--json").out())
                        .get("watch")
                        .intValue())
                .isEqualTo(1);
    }

    private String state() {
        return JSON.readTree(console.type("list", "--json").out()).get("state").stringValue();
    }
}
