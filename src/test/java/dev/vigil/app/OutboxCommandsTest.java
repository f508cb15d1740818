package dev.vigil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.app.Console.Seen;
import dev.vigil.core.run.Batch;
import dev.vigil.core.run.Delivery;
import dev.vigil.core.run.Notice;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class OutboxCommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant FIRED = Instant.parse("2026-11-21T09:00:00Z");

    @TempDir
    Path dir;

    private Console console;

    @BeforeEach
    void twoNoticesWaitForTheYes() {
        console = new Console(dir);
        Batch batch = new Batch();
        for (String id : List.of("forward-1", "forward-2")) {
            Notice notice = new Notice(
                    id,
                    Wiring.PERSON,
                    1,
                    "mail:a@shop.example",
                    List.of("mail:a@shop.example"),
                    0,
                    "forward",
                    "Forward \u001b[31m\"Invoice\" to Sam",
                    "to=Sam",
                    false,
                    FIRED,
                    FIRED,
                    true);
            batch.deliveries.add(new Delivery(notice, "mail", Delivery.State.APPROVAL, 0, FIRED, null));
        }
        try (Wiring wiring = new Wiring(new Home(console.home), console.env, console.clock)) {
            wiring.journal().commit(Wiring.PERSON, batch);
        }
    }

    @Test
    void whatIsApprovedMayLeave() {
        Seen seen = console.type("approve", "forward-1");

        assertThat(seen.status()).isZero();
        assertThat(state("forward-1")).isEqualTo("waiting");
        assertThat(state("forward-2")).isEqualTo("approval");
    }

    @Test
    void whatIsDeclinedNeverLeaves() {
        assertThat(console.type("decline", "forward-2").status()).isZero();

        assertThat(state("forward-2")).isEqualTo("failed");
        Seen late = console.type("approve", "forward-2");
        assertThat(late.status()).isEqualTo(1);
        assertThat(late.err()).contains("Nothing waits for your yes under \"forward-2\"");
    }

    @Test
    void anIdMustNameOneEntryThatWaits() {
        for (String id : new String[] {"forward", "nothing", ""}) {
            Seen seen = console.type("approve", id);
            assertThat(seen.status()).isEqualTo(1);
            assertThat(seen.err().lines()).hasSize(1);
        }
        assertThat(state("forward-1")).isEqualTo("approval");
    }

    @Test
    void textFromOutsideCannotSteerTheTerminal() {
        assertThat(console.type("outbox").out()).contains("Invoice").doesNotContain("\u001b");
        assertThat(console.type("approve", "forward-1").out()).doesNotContain("\u001b");
    }

    @Test
    void anEntryAsJsonSaysWhyAndWhere() {
        JsonNode line = JSON.readTree(console.type("outbox", "--json").lines().get(0));

        assertThat(line.get("do").stringValue()).isEqualTo("forward");
        assertThat(line.get("because").get(0).stringValue()).isEqualTo("mail:a@shop.example");
        assertThat(line.get("channel").stringValue()).isEqualTo("mail");
        assertThat(line.get("fired").stringValue()).isEqualTo("2026-11-21T09:00:00Z");
    }

    private String state(String id) {
        return console.type("outbox", "--json").lines().stream()
                .map(JSON::readTree)
                .filter(line -> line.get("id").stringValue().equals(id))
                .findFirst()
                .orElseThrow()
                .get("state")
                .stringValue();
    }
}
