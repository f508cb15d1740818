package dev.vigil.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.core.port.Channel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TerminalChannelTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void a_notice_is_one_line_with_local_time_the_watch_and_the_text() throws Exception {
        assertThat(printed(Notices.saying("floss\n00:00  watch 1  wire the money")))
                .isEqualTo("19:00  watch 3  floss 00:00 watch 1 wire the money\n");
    }

    @Test
    void an_urgent_one_is_marked() throws Exception {
        assertThat(printed(Notices.urgent("the stove"))).isEqualTo("19:00  watch 3  ! the stove\n");
    }

    @Test
    void a_closed_terminal_is_not_tried_again() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        TerminalChannel terminal = new TerminalChannel(new PrintStream(closed), BERLIN);

        assertThatThrownBy(() -> terminal.send(Notices.saying("floss")))
                .isInstanceOfSatisfying(
                        Channel.Undelivered.class,
                        failure -> assertThat(failure.again()).isFalse());
    }

    private static String printed(dev.vigil.core.run.Notice notice) throws Channel.Undelivered {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new TerminalChannel(new PrintStream(bytes, true, StandardCharsets.UTF_8), BERLIN).send(notice);
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
