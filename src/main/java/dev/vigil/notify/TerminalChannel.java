package dev.vigil.notify;

import dev.vigil.core.port.Channel;
import dev.vigil.core.run.Notice;
import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * One line a notice on a terminal: {@code 18:00  watch 3  floss}, urgent ones with an exclamation mark. The time is
 * that of its release in the person's zone. A terminal cannot drop a repeat.
 */
public final class TerminalChannel implements Channel {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final int LONGEST = 1_000;

    private final PrintStream out;
    private final ZoneId zone;

    public TerminalChannel(PrintStream out, ZoneId zone) {
        this.out = out;
        this.zone = zone;
    }

    @Override
    public String name() {
        return "terminal";
    }

    @Override
    public void send(Notice notice) throws Undelivered {
        String time = CLOCK.format(notice.release().atZone(zone));
        String mark = notice.urgent() ? "! " : "";
        synchronized (out) {
            out.println(time + "  watch " + notice.watch() + "  " + mark + PlainText.line(notice.say(), LONGEST));
            if (out.checkError()) {
                throw new Undelivered("The terminal was closed.", false, null);
            }
        }
    }
}
