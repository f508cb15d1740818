package dev.vigil.connectors.mail.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.vigil.connectors.mail.MailConnector;
import dev.vigil.core.Trouble;
import dev.vigil.core.port.Connector.Settings;
import dev.vigil.core.port.Source;
import java.net.InetAddress;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** TLS as it must fail: nobody is logged in to a server that cannot prove who it is, or that does not encrypt. */
class EncryptedImapTest {
    private final GreenMail server = new GreenMail(new com.icegreen.greenmail.util.ServerSetup[] {
        ServerSetupTest.IMAPS.dynamicPort(), ServerSetupTest.IMAP.dynamicPort()
    });

    EncryptedImapTest() {
        server.start();
        server.setUser("helen@inbox.example", "helen", "secret");
    }

    @AfterEach
    void stopTheServer() {
        server.stop();
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_not_accepted() {
        Settings settings =
                new Settings("mail", "imaps://127.0.0.1:" + server.getImaps().getPort(), "helen", "secret", Map.of());
        try (Source source = new MailConnector().open(settings)) {
            assertThatThrownBy(() -> Looked.at(source, null))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("cannot prove who it is");
        }
    }

    @Test
    void a_server_without_starttls_never_sees_the_password() throws Exception {
        // Another name of this machine than those that are let through without encryption.
        String host = InetAddress.getLoopbackAddress().getHostAddress();
        ImapAccount strict = new ImapAccount(
                host, server.getImap().getPort(), false, false, "helen", "secret", java.util.List.of(), null);
        assertThatThrownBy(() -> ImapConnection.open(strict))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("offers no encryption");
        assertThat(strict.properties()).containsEntry("mail.imap.starttls.required", "true");
    }
}
