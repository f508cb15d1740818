package dev.vigil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.app.Console.Seen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
    @TempDir
    Path dir;

    private Console console;

    @BeforeEach
    void sitDown() {
        console = new Console(dir);
    }

    private void scenario(String watches) throws Exception {
        Files.createDirectories(dir.resolve("week"));
        console.file(
                "week/clock.json",
                "{\"from\":\"2026-11-21T10:00\",\"to\":\"2026-11-23T10:00\",\"zone\":\"Europe/London\"}");
        console.file("week/watches.jsonl", watches);
    }

    @Test
    void aReplayPrintsOneObjectALineAndTouchesNoHome() throws Exception {
        scenario(Console.PILLS + "\n");

        Seen seen = console.type("replay", "week", "--json");

        assertThat(seen.status()).as(seen.err()).isZero();
        assertThat(seen.lines())
                .containsExactly(
                        "{\"at\":\"2026-11-22T08:00:00Z\",\"watch\":1,\"do\":\"notify\",\"say\":\"take your pills\","
                                + "\"because\":[\"time:2026-11-22T08:00\"]}",
                        "{\"at\":\"2026-11-23T08:00:00Z\",\"watch\":1,\"do\":\"notify\",\"say\":\"take your pills\","
                                + "\"because\":[\"time:2026-11-23T08:00\"]}");
        assertThat(console.home).doesNotExist();
    }

    @Test
    void whatIsNoWatchIsComplainedOfAndTheReplayGoesOn() throws Exception {
        scenario("{\"kind\":\"query\"}\nnonsense\n" + Console.PILLS + "\n");

        Seen seen = console.type("replay", "week");

        assertThat(seen.status()).isZero();
        assertThat(seen.err().lines()).hasSize(2).allMatch(line -> line.contains("watches.jsonl:"));
        assertThat(seen.lines()).hasSize(2).allMatch(line -> line.contains("watch 3  notify  take your pills"));
    }

    @Test
    void aFolderThatIsNoScenarioIsRefusedInOneLine() {
        for (String folder : List.of("nowhere", ".")) {
            Seen seen = console.type("replay", folder);
            assertThat(seen.status()).isEqualTo(1);
            assertThat(seen.out()).isEmpty();
            assertThat(seen.err().lines()).hasSize(1).first().asString().contains(dir.toString());
        }
    }

    @Test
    void aBacktestTellsWhatAWatchWouldHaveTold() {
        console.feed(Console.PILLS, "arm", "-");

        Seen armed = console.type("backtest", "1", "--days", "2", "--json");
        assertThat(armed.status()).as(armed.err()).isZero();
        assertThat(armed.lines()).hasSize(2).allMatch(line -> line.contains("\"watch\":1"));

        Seen fresh = console.feed("{\"kind\":\"query\"}\n" + Console.PILLS, "backtest", "-", "--days", "3");
        assertThat(fresh.status()).isEqualTo(1);
        assertThat(fresh.lines()).hasSize(3).allMatch(line -> line.contains("watch 2"));
        assertThat(fresh.err()).contains("standard input:1: it is no watch", "would have acted 3 times");
    }

    @Test
    void whySaysThatNothingHappenedYetAndRefusesAnEventThatIsNotStored() {
        console.feed(Console.PILLS, "arm", "-");

        assertThat(console.type("why", "1").status()).isZero();
        Seen seen = console.type("why", "1", "mail:nobody@nowhere.example");
        assertThat(seen.status()).isEqualTo(1);
        assertThat(seen.err().lines()).hasSize(1).first().asString().contains("mail:nobody@nowhere.example");
    }
}
