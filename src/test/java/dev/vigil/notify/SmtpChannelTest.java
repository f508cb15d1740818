package dev.vigil.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.vigil.core.port.Channel.Undelivered;
import dev.vigil.core.run.Notice;
import dev.vigil.notify.SmtpSettings.Security;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Collections;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpChannelTest {
    private static final Notice NOTICE = Notices.saying("Grüße: the dog food is back");

    private static KeyStore here;
    private static KeyStore elsewhere;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeAll
    static void certify(@TempDir Path folder) throws Exception {
        here = TlsFront.keys(folder, "localhost");
        elsewhere = TlsFront.keys(folder, "elsewhere.example");
    }

    @BeforeEach
    void begin() {
        server.start();
    }

    @AfterEach
    void end() {
        server.stop();
    }

    @Test
    void a_notice_arrives_as_plain_text_that_no_machine_answers() throws Exception {
        new SmtpChannel(plain()).send(NOTICE);

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Grüße: the dog food is back");
        assertThat(mail.getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(mail.getContent().toString().replace("\r\n", "\n").strip())
                .isEqualTo("Grüße: the dog food is back\n\n-- \nVigil, watch 3");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Message-ID")).containsExactly("<vigil.n-1@example.org>");
        assertThat(mail.getHeader("Importance")).isNull();
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("vigil@example.org");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("ann@example.org");
        assertThat(mail.getSentDate()).isEqualTo(Date.from(Notices.SIX));
    }

    @Test
    void a_repeat_is_the_same_mail() throws Exception {
        SmtpChannel channel = new SmtpChannel(plain());
        channel.send(NOTICE);
        channel.send(NOTICE);

        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(own(mails[0]))
                .contains("Message-ID: <vigil.n-1@example.org>")
                .isEqualTo(own(mails[1]));
    }

    @Test
    void nothing_in_the_text_becomes_a_header_or_ends_the_mail() throws Exception {
        Notice hostile = Notices.notice(
                "n\r\nBcc: eve@example.org", "notify", "hi\r\nBcc: eve@example.org\r\n\r\n<script>\n.\nQUIT", "", true);
        new SmtpChannel(plain()).send(hostile);

        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("hi Bcc: eve@example.org <script> . QUIT");
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getHeader("Importance")).containsExactly("high");
        assertThat(mail.getContent().toString()).contains("\r\n.\r\nQUIT");
    }

    @Test
    void a_login_is_done_when_there_is_a_user() throws Exception {
        server.setUser("ann@example.org", "ann", "hunter2");

        new SmtpChannel(login("hunter2")).send(NOTICE);

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_refused_login_is_tried_again_later_and_tells_no_password() {
        server.setUser("ann@example.org", "ann", "hunter2");

        Undelivered failure = failure(login("swordfish"));

        assertThat(failure.again()).isTrue();
        assertThat(failure).hasMessageContaining("refused the login").hasStackTraceContaining("535");
        assertThat(failure.getMessage() + failure.getCause()).doesNotContain("swordfish");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_notice_goes_through_tls_and_starttls(boolean startTls) throws Exception {
        Security security = startTls ? Security.STARTTLS : Security.TLS;
        try (TlsFront front = new TlsFront(here, smtpPort(), startTls)) {
            new SmtpChannel(secret(front.port(), security), front.trusting()).send(NOTICE);
        }

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_certificate_for_another_host_is_not_taken(boolean startTls) throws Exception {
        Security security = startTls ? Security.STARTTLS : Security.TLS;
        try (TlsFront front = new TlsFront(elsewhere, smtpPort(), startTls)) {
            SmtpChannel channel = new SmtpChannel(secret(front.port(), security), front.trusting());

            assertThat(catchThrowableOfType(Undelivered.class, () -> channel.send(NOTICE)))
                    .hasMessageStartingWith("No secret connection");
        }
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_not_taken() throws Exception {
        try (TlsFront front = new TlsFront(here, smtpPort(), false)) {
            assertThat(failure(secret(front.port(), Security.TLS))).hasMessageStartingWith("No secret connection");
        }
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_server_without_starttls_gets_nothing_where_it_is_asked_for() {
        Undelivered failure = failure(secret(smtpPort(), Security.STARTTLS));

        assertThat(failure.again()).isTrue();
        assertThat(failure).hasMessageStartingWith("No secret connection");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_recipient_that_is_refused_for_good_is_final() throws Exception {
        try (ServerSocket refusing = TlsFront.refusing("550 5.1.1 no such user")) {
            Undelivered failure = failure(plain(refusing.getLocalPort()));

            assertThat(failure.again()).isFalse();
            assertThat(failure).hasMessageContaining("no such user");
        }
    }

    @Test
    void a_recipient_that_is_refused_for_now_is_tried_again() throws Exception {
        try (ServerSocket refusing = TlsFront.refusing("451 4.7.1 greylisted, come back")) {
            Undelivered failure = failure(plain(refusing.getLocalPort()));

            assertThat(failure.again()).isTrue();
            assertThat(failure).hasMessageContaining("greylisted");
        }
    }

    @Test
    void a_server_that_says_nothing_is_given_up_after_a_while() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(failure(plain(silent.getLocalPort())).again()).isTrue();
        }
    }

    @Test
    void a_server_that_is_not_there_is_tried_again() {
        SmtpSettings settings = plain();
        server.stop();

        assertThat(failure(settings).again()).isTrue();
    }

    private int smtpPort() {
        return server.getSmtp().getPort();
    }

    private SmtpSettings plain() {
        return plain(smtpPort());
    }

    private static SmtpSettings plain(int port) {
        return settings("127.0.0.1", port, Security.NONE, null, Duration.ofMillis(500));
    }

    private SmtpSettings login(String password) {
        return settings("127.0.0.1", smtpPort(), Security.NONE, password, Duration.ofSeconds(20));
    }

    private static SmtpSettings secret(int port, Security security) {
        return settings("localhost", port, security, null, Duration.ofSeconds(20));
    }

    private static SmtpSettings settings(String host, int port, Security security, String password, Duration patience) {
        return new SmtpSettings(
                host,
                port,
                security,
                password == null ? null : "ann",
                () -> password,
                "vigil@example.org",
                "ann@example.org",
                patience);
    }

    private static Undelivered failure(SmtpSettings settings) {
        return catchThrowableOfType(Undelivered.class, () -> new SmtpChannel(settings).send(NOTICE));
    }

    /** The mail as it was handed over, without what the server put on top of it. */
    private static String own(MimeMessage mail) throws Exception {
        String headers = String.join(
                "\n", Collections.list(mail.getNonMatchingHeaderLines(new String[] {"Received", "Return-Path"})));
        return headers + "\n\n" + mail.getContent();
    }
}
