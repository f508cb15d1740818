package dev.vigil.connectors.mail.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.connectors.mail.MailConnector;
import dev.vigil.core.Trouble;
import dev.vigil.core.port.Connector.Settings;
import dev.vigil.core.port.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceTest extends MailSourceContract {
    @TempDir
    Path folder;

    @Override
    Settings settings() {
        return new Settings("mail", folder.toString(), null, null, Map.of());
    }

    @Override
    void put(String name, byte[] message) throws IOException {
        Files.createDirectories(folder.resolve("2026"));
        Files.write(folder.resolve("2026/" + name + ".eml"), message);
    }

    @Override
    void putSent(String name, byte[] message) throws IOException {
        Files.createDirectories(folder.resolve("Sent"));
        Files.write(folder.resolve("Sent/" + name + ".eml"), message);
    }

    private Looked look(String cursor) {
        try (Source source = new MailConnector().open(settings())) {
            return Looked.at(source, cursor);
        }
    }

    @Test
    void folders_may_mix_messages_and_mbox_files() throws IOException {
        Files.write(folder.resolve("old.mbox"), MboxSourceTest.boxed(mail("old@lind.example")));
        Files.write(folder.resolve("Inbox"), MboxSourceTest.boxed(mail("inbox@lind.example")));
        assertThat(look(null).ids())
                .containsExactly("inbox@lind.example", "old@lind.example", "one@lind.example", "two@lind.example");
    }

    @Test
    void other_files_are_passed_over_unless_they_are_mail_after_all() throws IOException {
        Files.writeString(folder.resolve("README.txt"), "From: is a word, and so is\n\nthis.");
        Files.writeString(folder.resolve("notes.txt"), "Dear diary,\n");
        Files.write(folder.resolve("saved.txt"), mail("saved@lind.example"));
        Files.write(folder.resolve("saved.msg"), mail("msg@lind.example"));
        Files.write(folder.resolve("picture.png"), new byte[] {1, 2, 3});
        Files.write(folder.resolve(".hidden.eml"), mail("hidden@lind.example"));
        Looked looked = look(null);
        assertThat(looked.ids())
                .containsExactly("msg@lind.example", "one@lind.example", "saved@lind.example", "two@lind.example");
        assertThat(looked.refused).isEmpty();
    }

    @Test
    void a_message_that_was_changed_is_read_again_and_one_that_went_is_forgotten() throws IOException {
        String cursor = look(null).cursor;
        Files.write(folder.resolve("2026/1.eml"), mail("changed@lind.example"));
        Looked changed = look(cursor);
        assertThat(changed.ids()).containsExactly("changed@lind.example");
        Files.delete(folder.resolve("2026/2.eml"));
        assertThat(look(changed.cursor).ids()).isEmpty();
    }

    @Test
    void the_cursor_of_a_large_folder_stays_small_and_one_more_message_reads_few_again() throws IOException {
        for (int i = 0; i < 3000; i++) {
            Files.write(folder.resolve("m" + i + ".eml"), mail(i + "@lind.example"));
        }
        Looked first = look(null);
        assertThat(first.mails).hasSize(3002);
        assertThat(first.cursor.length()).isLessThan(12_000);
        Files.write(folder.resolve("new.eml"), mail("new@lind.example"));
        Looked second = look(first.cursor);
        assertThat(second.ids()).contains("new@lind.example").hasSizeLessThan(20);
        assertThat(look(second.cursor).mails).isEmpty();
    }

    @Test
    void a_file_that_is_one_message_is_a_source_too() {
        Settings one = new Settings("mail", folder.resolve("2026/1.eml").toString(), null, null, Map.of());
        try (Source source = new MailConnector().open(one)) {
            assertThat(Looked.at(source, null).ids()).containsExactly("one@lind.example");
        }
    }

    @Test
    void a_place_that_is_none_is_refused_with_what_to_do() {
        MailConnector connector = new MailConnector();
        assertThatThrownBy(() -> connector.open(
                        new Settings("mail", folder.resolve("nowhere").toString(), null, null, Map.of())))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("check the path");
        assertThatThrownBy(
                        () -> connector.open(new Settings("mail", "pop3://u:secret@x.example", null, null, Map.of())))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("imaps://")
                .hasMessageNotContaining("secret");
    }

    @Test
    void nothing_is_written_where_mail_is_read() throws IOException {
        byte[] before = Files.readAllBytes(folder.resolve("2026/1.eml"));
        look(null);
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(2);
        }
        assertThat(Files.readAllBytes(folder.resolve("2026/1.eml"))).isEqualTo(before);
        assertThat(new String(before, StandardCharsets.UTF_8)).contains("one@lind.example");
    }
}
