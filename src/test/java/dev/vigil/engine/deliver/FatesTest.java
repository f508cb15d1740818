package dev.vigil.engine.deliver;

import static dev.vigil.engine.deliver.Outgoing.ANN;
import static dev.vigil.engine.deliver.Outgoing.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.core.run.Batch;
import dev.vigil.core.run.Delivery.State;
import dev.vigil.notify.NtfyServer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of notices that are not simply sent. */
class FatesTest {
    private final Outgoing outbox = new Outgoing();
    private final NtfyServer server = outbox.server;
    private final Courier courier = outbox.courier(outbox.journal);

    @AfterEach
    void end() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "dim_screen,screen,There is no screen here that Vigil can dim yet.",
        "draft_reply,drafts,There is no mail program here that Vigil can put a draft into yet.",
        "label,labels,There is no mailbox here that Vigil can label mail in yet.",
        "notify,mail,'No outgoing mail is set up; give the mail channel a server in the settings, and the next notice"
                + " goes there.'"
    })
    void what_has_no_device_or_channel_ends_nowhere_and_says_so(String act, String channel, String sentence) {
        outbox.post("n1", act, channel);

        assertThat(courier.drain()).isZero();

        assertThat(outbox.of("n1", channel).state()).isEqualTo(State.NOWHERE);
        assertThat(outbox.of("n1", channel).fate()).isEqualTo(sentence);
        assertThat(courier.next()).isEmpty();
    }

    @Test
    void what_vigil_does_itself_is_recorded_as_done() {
        outbox.post("n1", "quiet", "vigil");

        assertThat(courier.drain()).isEqualTo(1);
        assertThat(outbox.of("n1", "vigil").state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void what_asks_first_leaves_only_after_the_yes() {
        outbox.post(State.APPROVAL, "n1", "forward", NOON, "ntfy");

        assertThat(courier.drain()).isZero();
        assertThat(courier.approve("n2")).isFalse();
        assertThat(courier.approve("n1")).isTrue();
        assertThat(courier.approve("n1")).isFalse();
        assertThat(courier.decline("n1")).isFalse();

        assertThat(courier.drain()).isEqualTo(1);
        assertThat(outbox.sent()).containsExactly("n1");
    }

    @Test
    void what_was_declined_never_leaves() {
        outbox.post(State.APPROVAL, "n1", "forward", NOON, "ntfy");

        assertThat(courier.decline("n1")).isTrue();
        assertThat(courier.approve("n1")).isFalse();

        assertThat(courier.drain()).isZero();
        assertThat(outbox.of("n1", "ntfy").fate()).isEqualTo("You declined it.");
        assertThat(outbox.sent()).isEmpty();
    }

    @Test
    void a_held_notice_waits_for_its_release() {
        outbox.post(State.WAITING, "n1", "notify", NOON.plusSeconds(3600), "terminal");

        assertThat(courier.drain()).isZero();
        assertThat(courier.next()).contains(NOON.plusSeconds(3600));

        Batch batch = new Batch();
        batch.releases.add(new Batch.Release("n1", NOON));
        outbox.journal.commit(ANN, batch);
        assertThat(courier.drain()).isEqualTo(1);
    }

    @Test
    void another_persons_notices_are_not_touched() {
        outbox.post("n1", "notify", "terminal");
        Courier bens = new Courier("ben", outbox.journal, Map.of(), () -> outbox.now, Backoff.USUAL);

        assertThat(bens.drain()).isZero();
        assertThat(bens.next()).isEmpty();
        assertThat(bens.approve("n1")).isFalse();
    }
}
