package dev.vigil.notify;

import dev.vigil.core.port.Channel;
import dev.vigil.core.run.Notice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows notices on the desktop through {@code notify-send}. The id goes along as the hints that dunst, mako and swaync
 * replace an earlier notice by ({@code x-dunst-stack-tag}, {@code x-canonical-private-synchronous}); other desktops
 * ignore them and show a repeat twice. The server's own replacement number is of no use here: it is known only after
 * the first one was shown.
 */
public final class DesktopChannel implements Channel {
    private static final Duration TIME = Duration.ofSeconds(10);
    private static final int HEADLINE = 100;
    private static final int LONGEST = 1_000;
    private static final int OUTPUT = 500;

    private final Path notifySend;
    private final Duration time;

    DesktopChannel(Path notifySend, Duration time) {
        this.notifySend = notifySend;
        this.time = time;
    }

    /**
     * The desktop, where there is {@code notify-send}.
     *
     * @param searchPath as in the environment's {@code PATH}
     */
    public static Optional<DesktopChannel> find(String searchPath) {
        return Child.find("notify-send", searchPath).map(program -> new DesktopChannel(program, TIME));
    }

    @Override
    public String name() {
        return "desktop";
    }

    @Override
    public void send(Notice notice) throws Undelivered {
        Child.Result result;
        try {
            result = Child.run(command(notice), null, Map.of(), time, OUTPUT);
        } catch (IOException gone) {
            throw new Undelivered("notify-send could not be started; is it still installed?", true, gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Undelivered("Vigil was stopped while it spoke to the desktop.", true, stopped);
        }
        if (result.status() == null) {
            throw new Undelivered("The desktop did not take the notice in time.", true, null);
        }
        if (result.status() != 0) {
            String said = PlainText.line(result.output(), 200);
            throw new Undelivered("The desktop did not take the notice: " + said, true, null);
        }
    }

    private List<String> command(Notice notice) {
        String id = WireId.of(notice);
        List<String> command = new ArrayList<>(List.of(
                notifySend.toString(),
                "--app-name=Vigil",
                "--urgency=" + (notice.urgent() ? "critical" : "normal"),
                "--hint=string:x-dunst-stack-tag:" + id,
                "--hint=string:x-canonical-private-synchronous:" + id,
                "--"));
        String headline = PlainText.line(notice.say(), HEADLINE);
        command.add(headline.isEmpty() ? "Vigil" : headline);
        if (headline.endsWith("…")) {
            command.add(body(notice.say()));
        }
        return command;
    }

    /** The headline is shown as it is; a body may hold markup, and notify-send reads backslashes in it. */
    private static String body(String say) {
        return PlainText.lines(say, LONGEST)
                .replace("\\", "\\\\")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
