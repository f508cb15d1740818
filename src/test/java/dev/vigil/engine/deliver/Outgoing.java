package dev.vigil.engine.deliver;

import dev.vigil.core.port.Journal;
import dev.vigil.core.run.Batch;
import dev.vigil.core.run.Delivery;
import dev.vigil.core.run.Notice;
import dev.vigil.engine.memory.MemoryJournal;
import dev.vigil.notify.NtfyChannel;
import dev.vigil.notify.NtfyServer;
import dev.vigil.notify.NtfySettings;
import dev.vigil.notify.TerminalChannel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** A person's outbox, clock, terminal and phone for the courier's tests. */
final class Outgoing {
    static final String ANN = "ann";
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    final Journal journal = new MemoryJournal();
    final NtfyServer server;
    final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    Instant now = NOON;

    Outgoing() {
        try {
            server = new NtfyServer();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Enters one notice for each of the channels. */
    void post(String id, String act, String... channels) {
        post(Delivery.State.WAITING, id, act, now, channels);
    }

    void post(Delivery.State state, String id, String act, Instant release, String... channels) {
        boolean asks = state == Delivery.State.APPROVAL;
        Notice notice =
                new Notice(id, ANN, 1, "mail:1", List.of("mail:1"), 0, act, "say " + id, "", false, now, release, asks);
        Batch batch = new Batch();
        for (String channel : channels) {
            batch.deliveries.add(new Delivery(notice, channel, state, 0, release, null));
        }
        journal.commit(ANN, batch);
    }

    Delivery of(String id, String channel) {
        return journal.deliveries(ANN, 10_000).stream()
                .filter(delivery -> delivery.notice().id().equals(id))
                .filter(delivery -> delivery.channel().equals(channel))
                .findFirst()
                .orElseThrow();
    }

    Courier courier(Journal journal) {
        return new Courier(
                ANN,
                journal,
                Map.of(
                        "terminal",
                                new TerminalChannel(
                                        new PrintStream(screen, true, StandardCharsets.UTF_8), ZoneOffset.UTC),
                        "ntfy", new NtfyChannel(NtfySettings.of(server.topic(), null), () -> now)),
                () -> now,
                Backoff.USUAL);
    }

    List<String> shown() {
        return screen.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.substring(line.indexOf("say ") + 4))
                .toList();
    }

    /** The ids that arrived on the wire. */
    List<String> sent() {
        return server.published().stream()
                .map(published -> published.headers().getFirst("X-Sequence-ID"))
                .toList();
    }
}
