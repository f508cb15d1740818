package dev.vigil.core.port;

import static dev.vigil.core.port.JournalRows.ANN;
import static dev.vigil.core.port.JournalRows.BEN;
import static dev.vigil.core.port.JournalRows.NOON;
import static dev.vigil.core.port.JournalRows.ids;
import static dev.vigil.core.port.JournalRows.notice;
import static dev.vigil.core.port.JournalRows.progress;
import static dev.vigil.core.port.JournalRows.source;
import static dev.vigil.core.port.JournalRows.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.core.Trouble;
import dev.vigil.core.run.Batch;
import dev.vigil.core.run.Delivery;
import dev.vigil.core.run.SourceRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Journal} promises about the outbox, commands and sources; see {@link JournalContract}. */
abstract class OutboxContract {
    protected Journal journal;

    /** An empty journal. */
    protected abstract Journal open();

    @BeforeEach
    void begin() {
        journal = open();
    }

    @AfterEach
    void end() {
        journal.close();
    }

    @Test
    void a_look_moves_the_cursor_and_adds_what_was_seen() {
        journal.addSource(source("inbox"));
        Batch batch = new Batch();
        batch.progress.add(new Batch.Progress(
                "inbox", "uid 7", NOON, 5, List.of(new SourceRow.Refused("message 3", "it has no end"))));
        journal.commit(ANN, batch);
        journal.commit(ANN, progress("uid 9", 2));

        SourceRow row = journal.sources(ANN).get(0);
        assertThat(row.cursor()).isEqualTo("uid 9");
        assertThat(row.seen()).isEqualTo(7);
        assertThat(row.verified()).isEqualTo(NOON);
        assertThat(row.refused()).containsExactly(new SourceRow.Refused("message 3", "it has no end"));
        assertThat(journal.sources(BEN)).isEmpty();
    }

    @Test
    void changing_a_source_leaves_its_cursor_alone() {
        journal.addSource(source("inbox"));
        journal.commit(ANN, progress("uid 9", 2));
        SourceRow was = source("inbox");
        journal.changeSource(new SourceRow(
                ANN,
                "inbox",
                "mail",
                "imaps://new",
                "u",
                null,
                Map.of("folder", "A"),
                null,
                NOON,
                0,
                "No answer.",
                List.of()));

        SourceRow row = journal.sources(ANN).get(0);
        assertThat(row.place()).isEqualTo("imaps://new").isNotEqualTo(was.place());
        assertThat(row.options()).isEqualTo(Map.of("folder", "A"));
        assertThat(row.trouble()).isEqualTo("No answer.");
        assertThat(row.cursor()).isEqualTo("uid 9");
    }

    @Test
    void a_source_that_was_removed_is_gone_and_its_name_is_free() {
        journal.addSource(source("inbox"));
        assertThatThrownBy(() -> journal.addSource(source("inbox"))).isInstanceOf(Trouble.class);

        journal.removeSource(ANN, "inbox");

        assertThat(journal.sources(ANN)).isEmpty();
        journal.addSource(source("inbox"));
        assertThat(journal.sources(ANN)).hasSize(1);
    }

    @Test
    void a_delivery_that_is_there_already_is_left_as_it_is() {
        Delivery sent = waiting("n1", "ntfy", NOON);
        commitDeliveries(sent);
        journal.tried(new Delivery(sent.notice(), "ntfy", Delivery.State.DELIVERED, 1, NOON, "Delivered."));
        commitDeliveries(sent, waiting("n1", "mail", NOON));

        assertThat(journal.due(ANN, NOON, 10)).extracting(Delivery::channel).containsExactly("mail");
        assertThat(journal.deliveries(ANN, 10)).hasSize(2);
    }

    @Test
    void due_is_what_waits_is_released_and_may_be_tried_oldest_first() {
        Delivery retried = waiting("n4", "ntfy", NOON.minusSeconds(1));
        commitDeliveries(
                waiting("n2", "ntfy", NOON),
                waiting("n1", "ntfy", NOON.minusSeconds(60)),
                waiting("n3", "ntfy", NOON.plusSeconds(1)),
                new Delivery(notice("n5", NOON), "forward", Delivery.State.APPROVAL, 0, NOON, null),
                retried);
        journal.tried(new Delivery(retried.notice(), "ntfy", Delivery.State.WAITING, 1, NOON.plusSeconds(60), null));

        assertThat(ids(journal.due(ANN, NOON, 10))).containsExactly("n1", "n2");
        assertThat(ids(journal.due(ANN, NOON, 1))).containsExactly("n1");
        assertThat(ids(journal.due(ANN, NOON.plusSeconds(60), 10))).containsExactlyInAnyOrder("n1", "n2", "n3", "n4");
        assertThat(journal.due(BEN, NOON, 10)).isEmpty();
        assertThat(journal.backlog(ANN)).isEqualTo(5);
    }

    @Test
    void a_try_is_recorded_for_its_channel_only() {
        Delivery desktop = waiting("n1", "desktop", NOON);
        commitDeliveries(desktop, waiting("n1", "ntfy", NOON));

        journal.tried(new Delivery(desktop.notice(), "desktop", Delivery.State.FAILED, 3, NOON, "No screen."));

        Delivery after = journal.deliveries(ANN, 10).stream()
                .filter(delivery -> delivery.channel().equals("desktop"))
                .findFirst()
                .orElseThrow();
        assertThat(after)
                .isEqualTo(new Delivery(desktop.notice(), "desktop", Delivery.State.FAILED, 3, NOON, "No screen."));
        assertThat(journal.due(ANN, NOON, 10)).extracting(Delivery::channel).containsExactly("ntfy");
        assertThat(journal.backlog(ANN)).isEqualTo(1);
    }

    @Test
    void a_held_notice_leaves_when_it_is_released() {
        Instant farOff = NOON.plus(Duration.ofDays(30));
        commitDeliveries(waiting("n1", "ntfy", farOff));
        assertThat(journal.due(ANN, NOON, 10)).isEmpty();

        Batch release = new Batch();
        release.releases.add(new Batch.Release("n1", NOON));
        journal.commit(ANN, release);

        assertThat(ids(journal.due(ANN, NOON, 10))).containsExactly("n1");
        assertThat(journal.due(ANN, NOON, 10).get(0).notice().release()).isEqualTo(NOON);
    }

    @Test
    void the_newest_deliveries_are_listed_first() {
        commitDeliveries(waiting("n1", "ntfy", NOON));
        commitDeliveries(waiting("n2", "ntfy", NOON.plusSeconds(1)));
        commitDeliveries(waiting("n3", "ntfy", NOON.plusSeconds(2)));

        assertThat(ids(journal.deliveries(ANN, 2))).containsExactly("n3", "n2");
    }

    @Test
    void a_command_is_kept_as_an_argument_vector() {
        journal.register(ANN, "backup", List.of("/usr/bin/backup", "--to", "a disk; rm -rf \"x\""));

        assertThat(journal.commands(ANN))
                .isEqualTo(Map.of("backup", List.of("/usr/bin/backup", "--to", "a disk; rm -rf \"x\"")));
        assertThat(journal.commands(BEN)).isEmpty();
    }

    private void commitDeliveries(Delivery... deliveries) {
        Batch batch = new Batch();
        batch.deliveries.addAll(List.of(deliveries));
        journal.commit(ANN, batch);
    }
}
