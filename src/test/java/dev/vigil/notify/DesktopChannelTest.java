package dev.vigil.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vigil.core.port.Channel.Undelivered;
import dev.vigil.core.run.Notice;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesktopChannelTest {
    @TempDir
    Path folder;

    @Test
    void a_notice_is_an_argument_and_nothing_in_it_is_obeyed() throws Exception {
        Notice notice = Notices.saying("--help $(touch pwned) `id`; rm -rf \"x\"");
        desktop("printf '%s\\n' \"$@\" > " + folder + "/said").send(notice);

        assertThat(Files.readAllLines(folder.resolve("said")))
                .containsExactly(
                        "--app-name=Vigil",
                        "--urgency=normal",
                        "--hint=string:x-dunst-stack-tag:n-1",
                        "--hint=string:x-canonical-private-synchronous:n-1",
                        "--",
                        "--help $(touch pwned) `id`; rm -rf \"x\"");
    }

    @Test
    void an_urgent_one_stays_on_the_screen() throws Exception {
        desktop("printf '%s\\n' \"$@\" > " + folder + "/said").send(Notices.urgent("the stove"));

        assertThat(Files.readAllLines(folder.resolve("said"))).contains("--urgency=critical", "the stove");
    }

    @Test
    void a_long_text_has_a_body_without_markup() throws Exception {
        String text = "x".repeat(100) + " <b>&\\n";
        desktop("printf '%s\\n' \"$@\" > " + folder + "/said").send(Notices.saying(text));

        List<String> said = Files.readAllLines(folder.resolve("said"));
        assertThat(said.get(5)).isEqualTo("x".repeat(99) + "…");
        assertThat(said.get(6)).isEqualTo("x".repeat(100) + " &lt;b&gt;&amp;\\\\n");
    }

    @Test
    void a_desktop_that_is_not_there_now_is_worth_another_try() throws Exception {
        DesktopChannel desktop = desktop("echo 'Cannot autolaunch D-Bus without X11' >&2; exit 1");

        Undelivered failure = catchThrowableOfType(Undelivered.class, () -> desktop.send(Notices.saying("floss")));

        assertThat(failure.again()).isTrue();
        assertThat(failure).hasMessage("The desktop did not take the notice: Cannot autolaunch D-Bus without X11");
    }

    @Test
    void a_desktop_that_hangs_is_given_up_after_a_while() throws Exception {
        DesktopChannel desktop = new DesktopChannel(program("exec sleep 600"), Duration.ofMillis(100));

        Undelivered failure = catchThrowableOfType(Undelivered.class, () -> desktop.send(Notices.saying("floss")));

        assertThat(failure.again()).isTrue();
        assertThat(failure).hasMessage("The desktop did not take the notice in time.");
    }

    @Test
    void without_notify_send_there_is_no_desktop() throws Exception {
        Files.writeString(folder.resolve("notify-send"), "not executable");

        assertThat(DesktopChannel.find(folder.toString())).isEmpty();
        assertThat(DesktopChannel.find("")).isEmpty();
        assertThat(DesktopChannel.find("." + File.pathSeparator + "relative")).isEmpty();
    }

    private DesktopChannel desktop(String script) throws IOException {
        program(script);
        String searchPath = folder.resolve("nowhere") + File.pathSeparator + folder;
        return DesktopChannel.find(searchPath).orElseThrow();
    }

    private Path program(String script) throws IOException {
        return Scripts.write(folder.resolve("notify-send"), script);
    }
}
