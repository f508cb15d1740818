package dev.vigil.connectors.mail.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ImapListenerTest {
    private static final int PATIENCE_SECONDS = 60;
    private static final Duration SOON = Duration.ofMillis(20);

    private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();

    private static GreenMail server(ServerSetup setup) {
        GreenMail server = new GreenMail(setup);
        server.start();
        server.setUser("helen@inbox.example", "helen", "secret");
        return server;
    }

    private static ImapAccount account(int port) {
        return new ImapAccount("127.0.0.1", port, false, true, "helen", "secret", List.of(), null);
    }

    private void awaitWord() throws InterruptedException {
        assertThat(told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void a_server_that_went_away_and_came_back_is_listened_to_again() throws InterruptedException {
        GreenMail first = server(ServerSetupTest.IMAP.dynamicPort());
        int port = first.getImap().getPort();
        ImapListener listener = ImapListener.start(account(port), () -> told.add("changed"), SOON);
        assertThat(listener).isNotNull();
        try {
            awaitWord();
            first.stop();
            GreenMail second = server(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
            awaitWord();
            second.stop();
        } finally {
            listener.close();
        }
    }

    @Test
    void a_server_that_is_away_at_first_is_listened_to_when_it_comes() throws InterruptedException {
        GreenMail probe = server(ServerSetupTest.IMAP.dynamicPort());
        int port = probe.getImap().getPort();
        probe.stop();
        ImapListener listener = ImapListener.start(account(port), () -> told.add("changed"), SOON);
        assertThat(listener).isNotNull();
        GreenMail late = server(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        try {
            awaitWord();
        } finally {
            listener.close();
            late.stop();
        }
    }
}
