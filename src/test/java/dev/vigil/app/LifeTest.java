package dev.vigil.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The running process with a real IMAP server and a folder of mails; commands reach it through its socket. */
class LifeTest {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int MAILS = 200;

    @TempDir
    Path dir;

    private Console console;
    private Path box;
    private GreenMail server;
    private int mails;

    @BeforeEach
    void sitDown() throws IOException {
        console = new Console(dir);
        console.now = Instant.now();
        console.env.put("VIGIL_ME", "helen@inbox.example");
        box = Files.createDirectories(dir.resolve("box"));
        server = imap(ServerSetupTest.IMAP.dynamicPort());
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private static GreenMail imap(ServerSetup setup) {
        GreenMail server = new GreenMail(setup);
        server.start();
        server.setUser("helen@inbox.example", "helen", "secret");
        return server;
    }

    private void add(String... words) {
        Console.Seen seen = console.type(words);
        assertThat(seen.status()).as(seen.err()).isZero();
    }

    private void addInbox() {
        Path password = console.file("password", "secret\n");
        String place = "imap://127.0.0.1:" + server.getImap().getPort();
        add(
                "source",
                "add",
                "mail",
                place,
                "--name",
                "inbox",
                "--user",
                "helen",
                "--password-file",
                password.toString());
    }

    private void addBox() {
        add("source", "add", "mail", box.toString(), "--name", "box");
    }

    private void arm(String when, String say, String repeat) {
        Console.Seen seen = console.feed(
                "{\"kind\":\"watch\",\"watch\":{\"when\":[" + when + "],\"then\":[{\"do\":\"notify\",\"say\":\"" + say
                        + "\"}],\"repeat\":\"" + repeat + "\"}}",
                "arm",
                "-");
        assertThat(seen.status()).as(seen.err()).isZero();
    }

    private void armMail(String subject, String say) {
        arm("{\"on\":\"mail\",\"subject\":\"" + subject + "\"}", say, "always");
    }

    /** What was asked for before is done once this notice comes: one thread does it in order. */
    private void settle(Running vigil) throws InterruptedException {
        String word = "settled " + mails++;
        arm("{\"on\":\"time\",\"in\":\"PT1S\"}", word, "once");
        vigil.await(word);
    }

    /** Dates of mails have whole seconds, and what is dated before the arming fires nothing. */
    private String mail(String subject) {
        return mail(subject, Instant.now().plusSeconds(1));
    }

    private String mail(String subject, Instant dated) {
        String date = DATE.format(dated);
        return "Received: from a.example by b.example; " + date + "\r\nDate: " + date + "\r\nMessage-ID: <m" + mails++
                + "@life.example>\r\nFrom: Shop <shop@life.example>\r\nTo: helen@inbox.example\r\nSubject: " + subject
                + "\r\n\r\nHello\r\n";
    }

    private void deliver(String subject) throws MessagingException {
        deliverText(mail(subject));
    }

    private void deliverText(String mail) throws MessagingException {
        byte[] bytes = mail.getBytes(StandardCharsets.UTF_8);
        server.getManagers()
                .getUserManager()
                .getUser("helen")
                .deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
    }

    private void drop(String subject) throws IOException {
        Path draft = Files.writeString(dir.resolve("draft"), mail(subject));
        Files.move(draft, box.resolve("m" + mails + ".eml"), StandardCopyOption.ATOMIC_MOVE);
    }

    private String line(String[] words, String part) {
        return console.type(words).lines().stream()
                .filter(line -> line.contains(part))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_mail_that_the_server_announces_is_told_also_after_the_server_was_away() throws Exception {
        addInbox();
        armMail("parcel", "a parcel");
        try (Running vigil = new Running(console)) {
            deliver("parcel one");
            vigil.await("a parcel");

            int port = server.getImap().getPort();
            server.stop();
            server = imap(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
            deliver("parcel two");

            vigil.await("a parcel");
            settle(vigil);
            assertThat(vigil.told("a parcel")).isEqualTo(2);
        }
    }

    @Test
    void what_came_while_nothing_ran_is_told_at_the_next_start_once() throws Exception {
        addInbox();
        armMail("parcel", "a parcel");
        deliver("parcel one");
        try (Running vigil = new Running(console)) {
            vigil.await("a parcel");
        }
        try (Running vigil = new Running(console)) {
            settle(vigil);
            assertThat(vigil.told("a parcel")).isZero();
        }
    }

    @Test
    void a_watch_armed_while_it_runs_works_at_once() throws Exception {
        addInbox();
        try (Running vigil = new Running(console)) {
            arm("{\"on\":\"time\",\"in\":\"PT1S\"}", "wave", "once");
            vigil.await("wave");

            armMail("parcel", "a parcel");
            deliver("parcel one");
            vigil.await("a parcel");
        }
    }

    @Test
    void pausing_resuming_and_removing_work_while_it_runs() throws Exception {
        addInbox();
        armMail("parcel", "alpha");
        armMail("parcel", "beta");
        try (Running vigil = new Running(console)) {
            deliver("parcel one");
            vigil.await("beta");
            add("pause", "1");
            deliver("parcel two");
            vigil.await("beta");
            add("resume", "1");
            deliver("parcel three");
            vigil.await("beta");
            add("remove", "1");
            deliver("parcel four");
            vigil.await("beta");

            settle(vigil);
            assertThat(vigil.told("alpha")).isEqualTo(2);
            assertThat(vigil.told("beta")).isEqualTo(4);
        }
    }

    @Test
    void a_source_that_cannot_be_read_says_so_stops_no_other_and_comes_back() throws Exception {
        addInbox();
        addBox();
        armMail("parcel", "a parcel");
        int port = server.getImap().getPort();
        server.stop();
        drop("parcel one");
        try (Running vigil = new Running(console)) {
            vigil.await("a parcel");
            assertThat(line(new String[] {"source", "list", "--json"}, "\"inbox\""))
                    .contains("\"able\":false");
            assertThat(line(new String[] {"source", "list", "--json"}, "\"box\""))
                    .contains("\"able\":true");

            server = imap(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
            deliver("parcel two");
            vigil.await("a parcel");
            settle(vigil);
            assertThat(line(new String[] {"source", "list", "--json"}, "\"inbox\""))
                    .contains("\"able\":true");
        }
    }

    @Test
    void a_watch_without_its_source_is_broken_says_what_mends_it_and_works_again_with_it() throws Exception {
        addInbox();
        armMail("parcel", "a parcel");
        try (Running vigil = new Running(console)) {
            add("source", "remove", "inbox");
            settle(vigil);
            assertThat(line(new String[] {"list", "--json"}, "\"watch\":1,"))
                    .contains("\"state\":\"broken\"")
                    .contains("vigil source add mail");

            addInbox();
            settle(vigil);
            assertThat(line(new String[] {"list", "--json"}, "\"watch\":1,")).contains("\"state\":\"armed\"");
            deliver("parcel one");
            vigil.await("a parcel");
        }
    }

    @Test
    void a_mail_dated_in_the_future_is_told_at_once_and_takes_no_clock_with_it() throws Exception {
        addInbox();
        armMail("parcel", "a parcel");
        arm(silence("letter", "", "P1D"), "no letter came", "once");
        try (Running vigil = new Running(console)) {
            deliverText(mail("parcel of tomorrow", Instant.now().plusSeconds(200_000)));
            vigil.await("a parcel");

            settle(vigil);
            deliver("parcel of today");
            vigil.await("a parcel");
            settle(vigil);
            assertThat(vigil.told("no letter came")).isZero();
        }
    }

    @Test
    void a_deadline_waits_for_a_look_at_what_lies_unread() throws Exception {
        addBox();
        try (Running vigil = new Running(console)) {
            arm(silence("answer", "", "PT10S"), "no answer came", "once");
            arm(silence("parcel", "", "PT10S"), "no parcel came", "once");
            drop("answer");

            vigil.await("no parcel came");
            settle(vigil);
            assertThat(vigil.told("no answer came")).isZero();
        }
    }

    @Test
    void a_deadline_that_is_open_outlasts_a_source_that_is_added() throws Exception {
        addInbox();
        armMail("order", "order seen");
        arm(silence("parcel", "order", "PT6S"), "no parcel came", "once");
        try (Running vigil = new Running(console)) {
            deliver("order one");
            vigil.await("order seen");
            addBox();

            vigil.await("no parcel came");
        }
    }

    private static String silence(String of, String after, String lasting) {
        return "{\"on\":\"silence\",\"of\":{\"on\":\"mail\",\"subject\":\"" + of + "\"},"
                + (after.isEmpty() ? "" : "\"after\":{\"on\":\"mail\",\"subject\":\"" + after + "\"},")
                + "\"for\":\"" + lasting + "\"}";
    }

    /** Prints how long a notice takes from the mail's delivery; nothing is asserted of it. */
    @Test
    void two_hundred_mails_one_after_the_other_are_each_told_once() throws Exception {
        addInbox();
        armMail("parcel", "a parcel");
        try (Running vigil = new Running(console)) {
            deliver("parcel first");
            vigil.await("a parcel");
            long[] micros = new long[MAILS];
            for (int i = 0; i < MAILS; i++) {
                long began = System.nanoTime();
                deliver("parcel " + i);
                vigil.await("a parcel");
                micros[i] = (System.nanoTime() - began) / 1_000;
            }
            Arrays.sort(micros);
            System.out.printf(
                    Locale.ROOT,
                    "from delivery to notice, %d mails: p50 %.1f ms, p99 %.1f ms, most %.1f ms%n",
                    MAILS,
                    micros[MAILS / 2] / 1e3,
                    micros[MAILS * 99 / 100] / 1e3,
                    micros[MAILS - 1] / 1e3);
            settle(vigil);
            assertThat(vigil.told("a parcel")).isEqualTo(MAILS + 1);
        }
    }
}
