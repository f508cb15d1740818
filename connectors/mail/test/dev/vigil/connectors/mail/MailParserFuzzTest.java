package dev.vigil.connectors.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.vigil.connectors.mail.text.VisibleText;
import dev.vigil.core.fact.Mail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes come in, there is a mail within bounds or a refusal. The samples are the seeds. */
class MailParserFuzzTest {
    private final MailParser parser = new MailParser(MailParser.NO_CALENDARS, null);

    static Stream<byte[]> samples() throws IOException {
        return SamplesTest.samples().stream().map(MailParserFuzzTest::bytes);
    }

    private static byte[] bytes(Path sample) {
        try {
            return Files.readAllBytes(sample);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @MethodSource("samples")
    @FuzzTest(maxDuration = "20s")
    void any_bytes_are_a_mail_within_bounds_or_refused(byte[] message) {
        try {
            Mail mail = parser.parse(message, Instant.EPOCH, false).mail();
            assertThat(mail.messageId()).isNotBlank();
            assertThat(mail.arrived()).isNotNull();
            assertThat(mail.text()).hasSizeLessThanOrEqualTo(VisibleText.MAX);
        } catch (NotAMail refused) {
            assertThat(refused).hasMessageMatching("\\S.+");
        }
    }
}
