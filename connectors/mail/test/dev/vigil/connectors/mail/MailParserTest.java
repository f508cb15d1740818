package dev.vigil.connectors.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.core.fact.Address;
import dev.vigil.core.fact.Attachment;
import dev.vigil.core.fact.Authenticity;
import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.fact.Mail;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailParserTest {
    private static final Instant FILE_TIME = Instant.parse("2026-11-24T12:00:00Z");
    private final MailParser parser = new MailParser(MailParser.NO_CALENDARS, null);

    private ParsedMail parse(byte[] message) throws NotAMail {
        return parser.parse(message, FILE_TIME, false);
    }

    private Mail mail(String message) throws NotAMail {
        return parse(message.getBytes(StandardCharsets.UTF_8)).mail();
    }

    @Test
    void a_mail_arrives_at_its_topmost_readable_received_date() throws NotAMail {
        String received = "Received: by a.example; some day\nReceived: by b.example; Tue, 24 Nov 2026 09:15:03 +0100\n"
                + "Received: by c.example; Mon, 23 Nov 2026 09:15:03 +0100\n";
        assertThat(mail(received + "Date: Sun, 22 Nov 2026 10:00:00 +0000\n\nx").arrived())
                .isEqualTo("2026-11-24T08:15:03Z");
        assertThat(mail(received + "\nx").received()).isTrue();
    }

    @Test
    void without_received_it_arrives_at_its_date_and_without_that_at_the_files_time() throws NotAMail {
        assertThat(mail("From: a@b.example\nDate: Sun, 22 Nov 2026 10:00:00 -0500 (EST)\n\nx")
                        .arrived())
                .isEqualTo("2026-11-22T15:00:00Z");
        assertThat(mail("From: a@b.example\nDate: yesterday\n\nx").arrived()).isEqualTo(FILE_TIME);
        assertThat(mail("From: a@b.example\n\nx").received()).isFalse();
    }

    @Test
    void dates_are_read_in_the_forms_that_mail_has_them_in() throws NotAMail {
        for (String date : List.of(
                "Tue, 24 Nov 2026 09:15:03 +0000",
                "24 Nov 26 09:15:03 UT",
                "Tue Nov 24 09:15:03 2026",
                "Tue, 24 Nov 2026 04:15:03 EST",
                "Tue, 24 Nov 2026 10:15:03 CET",
                "Tuesday, 24-Nov-2026 09:15:03 GMT",
                "2026-11-24T10:15:03+01:00")) {
            assertThat(mail("From: a@b.example\nDate: " + date + "\n\nx").arrived())
                    .as(date)
                    .isEqualTo("2026-11-24T09:15:03Z");
        }
    }

    @Test
    void raw_eight_bit_headers_and_text_are_read_by_the_bodys_charset_or_a_guess() throws NotAMail {
        String greek =
                "From: Ελένη <e@b.example>\nSubject: Η βάρκα\nContent-Type: text/plain; charset=iso-8859-7\n\nΝαι.";
        Mail mail = parse(greek.getBytes(Charset.forName("ISO-8859-7"))).mail();
        assertThat(mail.subject()).isEqualTo("Η βάρκα");
        assertThat(mail.from()).isEqualTo(new Address("Ελένη", "e@b.example"));
        assertThat(mail.text()).isEqualTo("Ναι.");

        String western =
                "From: a@b.example\nSubject: Fünf Äpfel – 3 €\nContent-Type: text/plain; charset=us-ascii\n\nÄpfel";
        assertThat(parse(western.getBytes(Charset.forName("windows-1252")))
                        .mail()
                        .subject())
                .isEqualTo("Fünf Äpfel – 3 €");
        assertThat(parse(western.getBytes(StandardCharsets.UTF_8)).mail().text())
                .isEqualTo("Äpfel");
    }

    @Test
    void encoded_words_are_joined_where_a_sender_cut_a_character_in_two() throws NotAMail {
        Mail mail = mail("From: \"=?utf-8?Q?M=C3?= =?utf-8?Q?=BCller?=\" <m@b.example>\n"
                + "Subject: =?UTF-8?B?w4Q=?=\n =?utf-8?b?cGZlbA==?= und =?x-nothing?Q?mehr?=\n\nx");
        assertThat(mail.from().name()).isEqualTo("Müller");
        assertThat(mail.subject()).isEqualTo("Äpfel und mehr");
    }

    @Test
    void a_missing_message_id_is_made_from_the_message_whatever_its_line_ends() throws NotAMail {
        String message = "From: a@b.example\nSubject: x\n\nbody\n";
        String made = mail(message).messageId();
        assertThat(made).matches("[0-9a-f]{32}@made\\.vigil\\.invalid");
        assertThat(mail(message.replace("\n", "\r\n") + "\r\n").messageId()).isEqualTo(made);
        assertThat(mail(message + "more").messageId()).isNotEqualTo(made);
    }

    @Test
    void addresses_come_through_however_they_are_written() throws NotAMail {
        Mail mail = mail(
                "From: Anna Lind (by phone) <anna@lind.example\n"
                        + "To: Crew: tom@yard.example, \"Shah, Priya\" <PRIYA@Shah.Example>;, undisclosed\n"
                        + "Cc: =?utf-8?Q?B=C3=B6b?= <bob@bücher.example>; eve@e.example\n"
                        + "Delivered-To: helen@inbox.example\nX-Original-To: h@alias.example\nDelivered-To: helen@inbox.example\n\nx");
        assertThat(mail.from().email()).isEqualTo("anna@lind.example");
        assertThat(mail.to()).extracting(Address::email).contains("tom@yard.example", "priya@shah.example");
        assertThat(mail.to()).extracting(Address::name).contains("Shah, Priya");
        assertThat(mail.cc()).extracting(Address::email).containsExactly("bob@xn--bcher-kva.example", "eve@e.example");
        assertThat(mail.deliveredTo()).containsExactly("helen@inbox.example", "h@alias.example");
    }

    @Test
    void what_is_no_mail_is_refused_with_the_reason() {
        assertThatThrownBy(() -> mail("Dear diary,\n\ntoday: nothing.")).hasMessageContaining("no mail");
        assertThatThrownBy(() -> mail("")).hasMessageContaining("empty");
        assertThatThrownBy(() -> parse(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}))
                .hasMessageContaining("Outlook");
        assertThatThrownBy(() -> parse(new byte[MailParser.MAX_MESSAGE + 1])).hasMessageContaining("50 MiB");
    }

    @Test
    void a_body_that_starts_without_an_empty_line_is_still_the_body() throws NotAMail {
        Mail mail =
                mail("From: a@b.example\nSubject: wrapped\nwithout its space\nTo: c@d.example\nHello there.\n\nBye.");
        assertThat(mail.subject()).isEqualTo("wrapped without its space");
        assertThat(mail.to()).hasSize(1);
        assertThat(mail.text()).isEqualTo("Hello there.\n\nBye.");
    }

    @Test
    void broken_base64_ends_where_it_breaks_and_the_rest_of_the_mail_is_read() throws NotAMail {
        Mail mail = mail("From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
                + "Content-Transfer-Encoding: base64\n\nSGVsbG8g*dGhlcmU\n--b\nContent-Type: image/png; name=p.png\n"
                + "Content-Transfer-Encoding: base64\n\n!!!!\n--b--");
        assertThat(mail.text()).isEqualTo("Hello there");
        assertThat(mail.attachments()).containsExactly(new Attachment("p.png", "image/png", 0));
    }

    @Test
    void more_parts_than_are_read_are_said_and_the_first_thousand_are_there() throws NotAMail {
        String part = "--b\nContent-Disposition: attachment; filename=f\n\nx\n";
        ParsedMail parsed = parse(
                ("From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHello\n" + part.repeat(20_000))
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(parsed.mail().text()).isEqualTo("Hello");
        assertThat(parsed.mail().attachments()).hasSize(200);
        assertThat(parsed.leftOut()).anyMatch(why -> why.contains("more than 1000 parts"));
    }

    @Test
    void parts_nested_without_end_are_left_out_from_the_thirtieth_level_on() throws NotAMail {
        StringBuilder message = new StringBuilder("From: a@b.example\n");
        for (int i = 0; i < 5000; i++) {
            message.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        ParsedMail parsed = parse(message.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(parsed.leftOut()).anyMatch(why -> why.contains("deeper than 30 levels"));
    }

    @Test
    void headers_without_end_are_cut() throws NotAMail {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes("From: a@b.example\n".getBytes(StandardCharsets.UTF_8));
        message.writeBytes("X: y\n".repeat(200_000).getBytes(StandardCharsets.UTF_8));
        message.writeBytes(("To: " + "a@b.example, ".repeat(50_000) + "\n\nx").getBytes(StandardCharsets.UTF_8));
        ParsedMail parsed = parse(message.toByteArray());
        assertThat(parsed.leftOut()).anyMatch(why -> why.contains("header fields"));
        assertThat(parsed.mail().text()).isEqualTo("x");
    }

    @Test
    void visible_text_is_cut_at_its_bound() throws NotAMail {
        String html = "From: a@b.example\nContent-Type: text/html\n\n" + "<p>word word word</p>\n".repeat(100_000);
        assertThat(mail(html).text()).hasSizeLessThanOrEqualTo(256 * 1024);
        String deep = "From: a@b.example\nContent-Type: text/html\n\n" + "<div><table><tr><td>".repeat(20_000) + "here";
        assertThat(mail(deep).text()).contains("here");
    }

    @Test
    void calendar_parts_go_to_the_reader_of_calendars_with_their_method() throws NotAMail {
        List<String> asked = new ArrayList<>();
        MailParser with = new MailParser(
                (ics, method) -> {
                    asked.add(method + " " + ics.lines().findFirst().orElse(""));
                    return List.<CalendarItem>of();
                },
                null);
        String message = "From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
                + "Content-Type: text/calendar; method=request\n\nBEGIN:VCALENDAR\nEND:VCALENDAR\n--b\n"
                + "Content-Type: application/ics; name=invite.ics\nContent-Disposition: attachment; filename=invite.ics\n\n"
                + "BEGIN:VCALENDAR\nMETHOD:COUNTER\nEND:VCALENDAR\n--b--";
        Mail mail = with.parse(message.getBytes(StandardCharsets.UTF_8), FILE_TIME, false)
                .mail();
        assertThat(asked).containsExactly("REQUEST BEGIN:VCALENDAR", "COUNTER BEGIN:VCALENDAR");
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("invite.ics");
    }

    @Test
    void a_calendar_part_that_cannot_be_read_leaves_the_mail_whole() throws NotAMail {
        MailParser with = new MailParser(
                (ics, method) -> {
                    throw new IllegalArgumentException("it has no end");
                },
                null);
        String message = "From: a@b.example\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\n";
        ParsedMail parsed = with.parse(message.getBytes(StandardCharsets.UTF_8), FILE_TIME, false);
        assertThat(parsed.mail().from().email()).isEqualTo("a@b.example");
        assertThat(parsed.leftOut()).containsExactly("has a calendar part that was not read: it has no end");
    }

    @Test
    void the_persons_own_word_decides_whose_authentication_results_count() throws NotAMail {
        String message = "Received: by relay.lan; Tue, 24 Nov 2026 09:15:03 +0000\n"
                + "Authentication-Results: mx.other.example; dmarc=fail\n"
                + "Authentication-Results: mx.provider.example; dmarc=pass header.from=b.example\nFrom: a@b.example\n\nx";
        Mail mail = new MailParser(MailParser.NO_CALENDARS, "provider.example")
                .parse(message.getBytes(StandardCharsets.UTF_8), FILE_TIME, false)
                .mail();
        assertThat(mail.authenticity().result()).isEqualTo(Authenticity.Result.PASS);
    }

    @Test
    void files_written_into_the_text_are_attachments() throws NotAMail {
        Mail mail = mail("From: a@b.example\n\nLook at this.\n\nbegin 644 cat.gif\n#0V%T\n`\nend\n\nBye.");
        assertThat(mail.text()).isEqualTo("Look at this.\n\nBye.");
        assertThat(mail.attachments()).containsExactly(new Attachment("cat.gif", "application/octet-stream", 3));
    }
}
