package dev.vigil.connectors.mail.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.vigil.connectors.mail.MailConnector;
import dev.vigil.core.Trouble;
import dev.vigil.core.port.Connector.Settings;
import dev.vigil.core.port.Source;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a real IMAP server on a free port of this machine. */
class ImapSourceTest extends MailSourceContract {
    private static final int PATIENCE_SECONDS = 60;

    private final GreenMail server = new GreenMail(ServerSetupTest.IMAP.dynamicPort());
    private final GreenMailUser helen;

    ImapSourceTest() {
        server.start();
        helen = server.setUser("helen@inbox.example", "helen", "secret");
    }

    @AfterEach
    void stopTheServer() {
        server.stop();
    }

    @Override
    Settings settings() {
        return settings("secret", Map.of());
    }

    private Settings settings(String password, Map<String, String> options) {
        String place = "imap://127.0.0.1:" + server.getImap().getPort();
        return new Settings("mail", place, "helen", password, options);
    }

    @Override
    void put(String name, byte[] message) throws Exception {
        store(server.getManagers().getImapHostManager().getInbox(helen), message);
    }

    @Override
    void putSent(String name, byte[] message) throws Exception {
        store(server.getManagers().getImapHostManager().createMailbox(helen, "Sent"), message);
    }

    private static void store(MailFolder folder, byte[] message) throws Exception {
        folder.store(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message)));
    }

    private Looked look(Settings settings, String cursor) {
        try (Source source = new MailConnector().open(settings)) {
            return Looked.at(source, cursor);
        }
    }

    @Test
    void reading_marks_nothing_as_read() throws Exception {
        assertThat(look(settings(), null).mails).hasSize(2);
        MailFolder inbox = server.getManagers().getImapHostManager().getInbox(helen);
        assertThat(inbox.getMessages()).noneMatch(message -> message.isSet(Flags.Flag.SEEN));
    }

    @Test
    void a_folder_that_numbers_its_messages_anew_is_read_again() throws Exception {
        var folders = server.getManagers().getImapHostManager();
        Settings shopping = settings("secret", Map.of("folders", "Shopping"));
        MailFolder old = folders.createMailbox(helen, "Shopping");
        store(old, mail("old1@lind.example"));
        store(old, mail("old2@lind.example"));
        Looked first = look(shopping, null);
        assertThat(first.ids()).containsExactly("old1@lind.example", "old2@lind.example");

        MailFolder anew = old;
        // The server numbers folders by the second in which they were made.
        while (anew.getUidValidity() == old.getUidValidity()) {
            folders.deleteMailbox(helen, "Shopping");
            anew = folders.createMailbox(helen, "Shopping");
        }
        store(anew, mail("new1@lind.example"));
        assertThat(look(shopping, first.cursor).ids()).containsExactly("new1@lind.example");
    }

    @Test
    void a_server_that_can_tells_of_new_mail_by_itself() throws Exception {
        LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();
        try (Source source = new MailConnector().open(settings())) {
            String cursor = Looked.at(source, null).cursor;
            assertThat(source.listen(() -> told.add("changed"))).isTrue();
            assertThat(told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
            put("3", mail("three@lind.example"));
            assertThat(told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
            assertThat(Looked.at(source, cursor).ids()).containsExactly("three@lind.example");
        }
    }

    @Test
    void a_wrong_password_is_said_without_repeating_it() {
        assertThatThrownBy(() -> look(settings("wrong-one", Map.of()), null))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("does not accept the user name or the password")
                .hasMessageNotContaining("wrong-one");
    }

    @Test
    void a_server_that_is_away_and_a_folder_that_is_not_there_are_said() {
        Settings gone = settings("secret", Map.of("folders", "INBOX, Nowhere"));
        assertThatThrownBy(() -> look(gone, null)).isInstanceOf(Trouble.class).hasMessageContaining("\"Nowhere\"");
        Settings settings = settings();
        server.stop();
        assertThatThrownBy(() -> look(settings, null))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("cannot be reached");
    }

    @Test
    void settings_that_cannot_be_used_are_named() {
        MailConnector connector = new MailConnector();
        assertThatThrownBy(() -> connector.open(new Settings("mail", "imaps://imap.example.org", "u", null, Map.of())))
                .hasMessageContaining("password");
        assertThatThrownBy(() -> connector.open(new Settings("mail", "imaps://imap.example.org", null, "p", Map.of())))
                .hasMessageContaining("user name");
        assertThatThrownBy(() ->
                        connector.open(new Settings("mail", "imaps://u:hush@imap.example.org", null, null, Map.of())))
                .hasMessageContaining("--password-file")
                .hasMessageNotContaining("hush");
        assertThatThrownBy(() -> connector.open(
                        new Settings("mail", "imaps://imap.example.org", "u", "p", Map.of("since", "last week"))))
                .hasMessageContaining("since");
    }

    @Test
    void only_this_machine_is_spoken_to_without_encryption_unless_the_person_insists() {
        assertThat(account("imap://127.0.0.1", Map.of()).bare()).isTrue();
        assertThat(account("imap://localhost:1143", Map.of()).bare()).isTrue();
        assertThat(account("imap://imap.example.org", Map.of()).bare()).isFalse();
        assertThat(account("imap://imap.example.org", Map.of()).properties())
                .containsEntry("mail.imap.starttls.required", "true");
        assertThat(account("imap://imap.example.org", Map.of("insecure", "true"))
                        .bare())
                .isTrue();
        assertThat(account("imaps://imap.example.org", Map.of()).port()).isEqualTo(993);
        assertThat(account("imaps://imap.example.org", Map.of()).toString()).doesNotContain("secret");
    }

    private static ImapAccount account(String place, Map<String, String> options) {
        return ImapAccount.of(new Settings("mail", place, "helen", "secret", options));
    }
}
