package dev.vigil.connectors.mail.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.connectors.mail.MailConnector;
import dev.vigil.core.port.Connector.Settings;
import dev.vigil.core.port.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MboxSourceTest extends MailSourceContract {
    @TempDir
    Path folder;

    @Override
    Settings settings() {
        return new Settings("mail", folder.toString(), null, null, Map.of());
    }

    @Override
    void put(String name, byte[] message) throws IOException {
        append(folder.resolve("inbox.mbox"), boxed(message));
    }

    @Override
    void putSent(String name, byte[] message) throws IOException {
        append(folder.resolve("Sent.mbox"), boxed(message));
    }

    static byte[] boxed(byte[] message) {
        ByteArrayOutputStream boxed = new ByteArrayOutputStream();
        // A separator is followed by a header, even where the message has none of a mail's.
        boxed.writeBytes(
                "From anna@lind.example Tue Nov 24 09:15:03 2026\nStatus: RO\n".getBytes(StandardCharsets.UTF_8));
        boxed.writeBytes(message);
        boxed.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
        return boxed.toByteArray();
    }

    private static void append(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private Looked look(String cursor) {
        try (Source source = new MailConnector().open(settings())) {
            return Looked.at(source, cursor);
        }
    }

    @Test
    void a_refused_message_is_named_by_its_number() throws IOException {
        put("3", noMail());
        put("4", mail("four@lind.example"));
        assertThat(look(null).refused).singleElement().asString().startsWith("inbox.mbox, message 3: ");
    }

    @Test
    void lines_that_start_with_from_do_not_cut_a_message() throws IOException {
        String text =
                "From: a@lind.example\nMessage-ID: <from@lind.example>\n\nFirst.\n\nFrom 10:30 we are in the yard.\n"
                        + "Bring: gloves\n\n>From the bank I hear nothing.\n\nFrom here on: patience\n";
        put("5", text.getBytes(StandardCharsets.UTF_8));
        put("6", mail("six@lind.example"));
        Looked looked = look(null);
        assertThat(looked.mails).hasSize(4);
        assertThat(looked.mails.get(2).text())
                .contains("From 10:30 we are in the yard.")
                .contains("\nFrom the bank I hear nothing.")
                .endsWith("From here on: patience");
    }

    @Test
    void a_message_that_was_only_half_there_is_read_again_when_it_is_whole() throws IOException {
        byte[] whole = boxed(mail("half@lind.example"));
        int half = whole.length - 12;
        append(folder.resolve("inbox.mbox"), java.util.Arrays.copyOf(whole, half));
        Looked first = look(null);
        assertThat(first.mails).hasSize(3);
        append(folder.resolve("inbox.mbox"), java.util.Arrays.copyOfRange(whole, half, whole.length));
        put("4", mail("four@lind.example"));
        Looked second = look(first.cursor);
        assertThat(second.ids()).containsExactly("four@lind.example", "half@lind.example");
        assertThat(second.mails.get(0).text()).isEqualTo("The mooring is paid.");
    }

    @Test
    void a_file_that_was_written_anew_is_read_from_its_start() throws IOException {
        String cursor = look(null).cursor;
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        for (int i = 0; i < 5; i++) {
            other.writeBytes(boxed(mail("new" + i + "@lind.example")));
        }
        Files.write(folder.resolve("inbox.mbox"), other.toByteArray());
        assertThat(look(cursor).ids()).hasSize(5).allMatch(id -> id.startsWith("new"));
    }

    @Test
    void without_a_date_of_its_own_a_message_arrives_when_the_separator_says() throws IOException {
        put("7", "From: a@lind.example\nMessage-ID: <undated@lind.example>\n\nx\n".getBytes(StandardCharsets.UTF_8));
        assertThat(look(null).mails.get(2).arrived()).isEqualTo("2026-11-24T09:15:03Z");
    }

    @Test
    void a_message_beyond_the_bound_is_refused_and_the_next_is_read() throws IOException {
        ByteArrayOutputStream huge = new ByteArrayOutputStream();
        huge.writeBytes(mail("huge@lind.example"));
        byte[] line = ("x".repeat(1023) + "\n").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 51 * 1024; i++) {
            huge.writeBytes(line);
        }
        put("3", huge.toByteArray());
        put("4", mail("four@lind.example"));
        Looked looked = look(null);
        assertThat(looked.ids()).containsExactly("four@lind.example", "one@lind.example", "two@lind.example");
        assertThat(looked.refused).containsExactly("inbox.mbox, message 3: the message is larger than 50 MiB");
    }
}
