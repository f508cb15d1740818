package dev.vigil.connectors.mail.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.connectors.mail.MailConnector;
import dev.vigil.core.fact.Mail;
import dev.vigil.core.port.Connector.Settings;
import dev.vigil.core.port.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for mail wherever it lies. */
abstract class MailSourceContract {
    private Source source;

    abstract Settings settings() throws Exception;

    /** Adds a message to the place. */
    abstract void put(String name, byte[] message) throws Exception;

    /** Adds a message to the place's folder of sent mail. */
    abstract void putSent(String name, byte[] message) throws Exception;

    static byte[] mail(String id) {
        return ("Received: from a.example by b.example; Tue, 24 Nov 2026 09:15:03 +0000\n"
                        + "From: Anna Lind <anna@lind.example>\nTo: helen@inbox.example\nSubject: the boat\n"
                        + "Message-ID: <" + id + ">\n\nThe mooring is paid.\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] noMail() {
        return "\nThere is no header here.\n".getBytes(StandardCharsets.UTF_8);
    }

    @BeforeEach
    void openTheSource() throws Exception {
        put("1", mail("one@lind.example"));
        put("2", mail("two@lind.example"));
        source = new MailConnector().open(settings());
    }

    @AfterEach
    void closeTheSource() {
        source.close();
    }

    @Test
    void every_mail_is_reported_with_what_it_says() {
        Looked looked = Looked.at(source, null);
        assertThat(looked.refused).isEmpty();
        assertThat(looked.ids()).containsExactly("one@lind.example", "two@lind.example");
        Mail mail = looked.mails.get(0);
        assertThat(mail.text()).isEqualTo("The mooring is paid.");
        assertThat(mail.arrived()).isEqualTo("2026-11-24T09:15:03Z");
        assertThat(mail.received()).isTrue();
        assertThat(mail.sentFolder()).isFalse();
    }

    @Test
    void a_look_from_the_last_cursor_brings_only_what_is_new() throws Exception {
        String cursor = Looked.at(source, null).cursor;
        Looked again = Looked.at(source, cursor);
        assertThat(again.mails).isEmpty();
        put("3", mail("three@lind.example"));
        Looked third = Looked.at(source, again.cursor);
        assertThat(third.ids()).containsExactly("three@lind.example");
        assertThat(Looked.at(source, third.cursor).mails).isEmpty();
    }

    @Test
    void a_source_that_is_opened_again_goes_on_from_the_cursor() throws Exception {
        String cursor = Looked.at(source, null).cursor;
        put("3", mail("three@lind.example"));
        try (Source again = new MailConnector().open(settings())) {
            assertThat(Looked.at(again, cursor).ids()).containsExactly("three@lind.example");
            assertThat(Looked.at(again, "a cursor that nobody wrote").ids()).hasSize(3);
        }
    }

    @Test
    void what_is_no_mail_is_refused_by_name_and_the_others_are_read() throws Exception {
        put("3", noMail());
        put("4", mail("four@lind.example"));
        Looked looked = Looked.at(source, null);
        assertThat(looked.ids()).containsExactly("four@lind.example", "one@lind.example", "two@lind.example");
        assertThat(looked.refused).singleElement().asString().containsPattern("[^:]*3.*: this is no mail");
        assertThat(Looked.at(source, looked.cursor).refused).isEmpty();
    }

    @Test
    void mail_in_the_folder_of_sent_mail_is_known_as_sent() throws Exception {
        putSent("5", mail("five@inbox.example"));
        List<Mail> mails = Looked.at(source, null).mails;
        assertThat(mails)
                .filteredOn(Mail::sentFolder)
                .extracting(Mail::messageId)
                .containsExactly("five@inbox.example");
        assertThat(mails).hasSize(3);
    }
}
