package dev.vigil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.app.Console.Seen;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    @TempDir
    Path dir;

    private Console console;

    @BeforeEach
    void sitDown() {
        console = new Console(dir);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fly",
                "arm",
                "arm a b",
                "list --xml",
                "show",
                "show one",
                "pause",
                "pause 1.5",
                "snooze 1",
                "snooze 1 until",
                "snooze 1 until 17:00 and more",
                "source",
                "source fly",
                "source add mail",
                "source add mail x --option novalue",
                "source remove",
                "run --port many",
                "run --port 70000",
                "replay",
                "why",
                "backtest 1 --days 0",
                "backtest 1 --days x",
                "approve",
                "decline",
                "command",
                "command add lights",
                "bench",
                "bench nothing"
            })
    void wrongUsageEndsWithTwoAndSaysWhereHelpIs(String line) {
        Seen seen = console.type(line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(seen.status()).isEqualTo(2);
        assertThat(seen.out()).isEmpty();
        assertThat(seen.err().lines()).hasSize(1).first().asString().contains("--help");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--help", "-h", "--version", "arm --help", "source add --help", "run --help", "demo --help"})
    void helpTouchesNothing(String line) {
        Seen seen = console.type(line.split(" "));

        assertThat(seen.status()).isZero();
        assertThat(seen.out()).isNotBlank();
        assertThat(seen.err()).isEmpty();
        assertThat(console.home).doesNotExist();
    }

    @Test
    void helpNamesEveryCommand() {
        assertThat(console.type("--help").out())
                .contains(
                        "arm",
                        "list",
                        "show",
                        "pause",
                        "resume",
                        "snooze",
                        "remove",
                        "undo",
                        "source",
                        "run",
                        "replay",
                        "why",
                        "backtest",
                        "doctor",
                        "outbox",
                        "approve",
                        "decline",
                        "command",
                        "config",
                        "demo",
                        "bench",
                        "vigil test");
    }

    @Test
    void aHomeThatCannotBeWrittenIsSaidInOneSentence() throws Exception {
        Path file = Files.writeString(dir.resolve("file"), "");
        console.env.put("VIGIL_HOME", file.resolve("home").toString());

        Seen seen = console.type("list");

        assertThat(seen.status()).isEqualTo(1);
        assertThat(seen.err().lines()).hasSize(1).first().asString().contains("set VIGIL_HOME");
    }

    @Test
    void theHomeIsReadableByItsOwnerOnly() throws Exception {
        console.type("list");

        assertThat(Files.getPosixFilePermissions(console.home))
                .allMatch(permission -> permission.name().startsWith("OWNER_"));
    }
}
