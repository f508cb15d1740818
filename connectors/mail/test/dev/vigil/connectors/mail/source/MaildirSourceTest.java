package dev.vigil.connectors.mail.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.connectors.mail.MailConnector;
import dev.vigil.core.port.Connector.Settings;
import dev.vigil.core.port.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaildirSourceTest extends MailSourceContract {
    @TempDir
    Path maildir;

    @Override
    Settings settings() {
        return new Settings("mail", maildir.toString(), null, null, Map.of());
    }

    @Override
    void put(String name, byte[] message) throws IOException {
        deliver(maildir, name, message);
    }

    @Override
    void putSent(String name, byte[] message) throws IOException {
        deliver(maildir.resolve(".Sent"), name, message);
    }

    private static Path deliver(Path maildir, String name, byte[] message) throws IOException {
        for (String folder : List.of("cur", "new", "tmp")) {
            Files.createDirectories(maildir.resolve(folder));
        }
        return Files.write(maildir.resolve("new").resolve("17954." + name + ".host"), message);
    }

    private Looked look(String cursor) {
        try (Source source = new MailConnector().open(settings())) {
            return Looked.at(source, cursor);
        }
    }

    @Test
    void a_message_that_was_read_elsewhere_and_got_flags_is_the_same_message() throws IOException {
        String cursor = look(null).cursor;
        Files.move(maildir.resolve("new/17954.1.host"), maildir.resolve("cur/17954.1.host:2,S"));
        Looked again = look(cursor);
        assertThat(again.mails).isEmpty();
        Files.move(maildir.resolve("cur/17954.1.host:2,S"), maildir.resolve("cur/17954.1.host:2,RS"));
        assertThat(look(again.cursor).mails).isEmpty();
    }

    @Test
    void what_is_being_delivered_drafts_and_rubbish_are_left_alone() throws IOException {
        Files.write(maildir.resolve("tmp/17954.9.host"), mail("unfinished@lind.example"));
        deliver(maildir.resolve(".Drafts"), "10", mail("draft@lind.example"));
        deliver(maildir.resolve(".Junk"), "11", mail("junk@lind.example"));
        deliver(maildir.resolve(".Shopping.2026"), "12", mail("shop@lind.example"));
        assertThat(look(null).ids()).containsExactly("one@lind.example", "shop@lind.example", "two@lind.example");
    }
}
