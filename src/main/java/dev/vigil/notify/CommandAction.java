package dev.vigil.notify;

import dev.vigil.core.port.Channel;
import dev.vigil.core.port.Journal;
import dev.vigil.core.run.Notice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Runs a command that the person registered. A watch names it and can add nothing to its argument vector; what the
 * watch has to say goes along in the environment, as text: {@code VIGIL_SAY}, {@code VIGIL_CAUSE},
 * {@code VIGIL_BECAUSE} (a line each), {@code VIGIL_WATCH}, {@code VIGIL_FIRED} (ISO 8601, UTC) and {@code VIGIL_ID},
 * by which a command can tell a repeat. Exit status 75 ({@code EX_TEMPFAIL} of sysexits.h) asks for another try, any
 * other but 0 is final.
 */
public final class CommandAction implements Channel {
    private static final int ASK_AGAIN = 75;
    private static final int LONGEST_VALUE = 4_000;

    private final Journal journal;
    private final CommandSettings settings;

    /** @param journal where commands are registered */
    public CommandAction(Journal journal, CommandSettings settings) {
        this.journal = journal;
        this.settings = settings;
    }

    /**
     * @param folder where commands start; null = where Vigil runs
     * @param time how long one may take before it is ended with all that it started
     * @param output bytes of output that are kept, the last ones
     */
    public record CommandSettings(Path folder, Duration time, int output) {
        /** Five minutes, and the last 1,500 bytes. */
        public static final CommandSettings USUAL = new CommandSettings(null, Duration.ofMinutes(5), 1_500);
    }

    @Override
    public String name() {
        return "command";
    }

    @Override
    public void send(Notice notice) throws Undelivered {
        tell(notice);
    }

    @Override
    public String tell(Notice notice) throws Undelivered {
        String name = named(notice);
        List<String> command = journal.commands(notice.person()).get(name);
        if (command == null || command.isEmpty()) {
            throw new Undelivered(
                    "No command is registered as “" + PlainText.line(name, 100) + "”; register it, and it runs the next"
                            + " time.",
                    false,
                    null);
        }
        Child.Result result;
        try {
            result = Child.run(command, settings.folder(), environment(notice), settings.time(), settings.output());
        } catch (IOException unable) {
            throw new Undelivered(
                    "The command “" + name + "” could not be started; is its program still there?", false, unable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Undelivered("Vigil was stopped while “" + name + "” ran.", true, stopped);
        }
        return judged(name, result);
    }

    private String judged(String name, Child.Result result) throws Undelivered {
        String output = PlainText.lines(result.output(), settings.output());
        String said = output.isEmpty() ? "." : ": " + output;
        if (result.status() == null) {
            throw new Undelivered(
                    "The command “" + name + "” took longer than "
                            + settings.time().toSeconds() + " s and was ended" + said,
                    false,
                    null);
        }
        if (result.status() != 0) {
            throw new Undelivered(
                    "The command “" + name + "” ended with status " + result.status() + said,
                    result.status() == ASK_AGAIN,
                    null);
        }
        return "The command “" + name + "” ran" + said;
    }

    private static String named(Notice notice) {
        return notice.detail()
                .lines()
                .filter(line -> line.startsWith("name="))
                .map(line -> line.substring("name=".length()).strip())
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> environment(Notice notice) {
        return Map.of(
                "VIGIL_SAY", PlainText.lines(notice.say(), LONGEST_VALUE),
                "VIGIL_CAUSE", PlainText.line(notice.cause(), LONGEST_VALUE),
                "VIGIL_BECAUSE", PlainText.lines(String.join("\n", notice.because()), LONGEST_VALUE),
                "VIGIL_WATCH", Integer.toString(notice.watch()),
                "VIGIL_FIRED", notice.fired().toString(),
                "VIGIL_ID", WireId.of(notice));
    }
}
