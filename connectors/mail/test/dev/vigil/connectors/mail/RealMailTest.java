package dev.vigil.connectors.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.connectors.mail.text.VisibleText;
import dev.vigil.core.fact.Arrival;
import dev.vigil.core.fact.Mail;
import dev.vigil.core.port.Connector.Settings;
import dev.vigil.core.port.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mail that nobody here wrote: broken on purpose, from shops, from spammers. It prints what it met. */
@Tag("realdata")
class RealMailTest {
    private static final Path MAIL =
            Path.of(System.getProperty("vigil.realdata", "")).resolve("mail");
    private final MailParser parser = new MailParser(MailParser.NO_CALENDARS, null);

    @Test
    void every_file_is_a_mail_within_bounds_or_refused_with_a_reason() throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(MAIL)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("_"))
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(100);
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(60), () -> read(file, bytes, counts), file::toString);
        }
        System.out.println("Real mail: " + counts);
        assertThat(counts.getOrDefault("mails", 0)).isGreaterThan(counts.getOrDefault("refused", 0) * 5);
    }

    private void read(Path file, byte[] bytes, Map<String, Integer> counts) {
        try {
            ParsedMail parsed = parser.parse(bytes, Instant.EPOCH, false);
            Mail mail = parsed.mail();
            assertThat(mail.text()).hasSizeLessThanOrEqualTo(VisibleText.MAX);
            assertThat(mail.messageId()).isNotBlank().doesNotContainAnyWhitespaces();
            assertThat(mail.subject()).doesNotContain("\n");
            count(counts, "mails");
            count(counts, "sender " + mail.authenticity().result());
            count(counts, mail.text().isBlank() ? "without visible text" : "with visible text");
            mail.reading().kinds().keySet().forEach(kind -> count(counts, "declares " + kind));
            mail.attachments().forEach(attachment -> count(counts, "attachments"));
            parsed.leftOut().forEach(why -> count(counts, "cut at a bound"));
            count(counts, mail.arrived().equals(Instant.EPOCH) ? "undated" : "dated");
        } catch (NotAMail e) {
            assertThat(e).as(file.toString()).hasMessageMatching("\\S.{10,}");
            count(counts, "refused");
        }
    }

    @Test
    void a_folder_of_it_is_a_source_and_an_unchanged_folder_brings_nothing_more() {
        Settings settings = new Settings("mail", MAIL.toString(), null, null, Map.of());
        try (Source source = new MailConnector().open(settings)) {
            Counting first = new Counting();
            source.look(null, first);
            Counting second = new Counting();
            source.look(first.cursor, second);
            System.out.println("Real mail as a folder: " + first.arrived + " mails, refused " + first.refused);
            assertThat(first.arrived).isGreaterThan(100);
            assertThat(second.arrived).isZero();
        }
    }

    private static void count(Map<String, Integer> counts, String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private static final class Counting implements Source.Sink {
        private final List<String> refused = new ArrayList<>();
        private int arrived;
        private String cursor;

        @Override
        public void arrived(Arrival arrival) {
            arrived++;
        }

        @Override
        public void refused(String where, String why) {
            refused.add(where);
        }

        @Override
        public void reached(String reached) {
            cursor = reached;
        }
    }
}
