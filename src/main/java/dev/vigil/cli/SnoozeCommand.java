package dev.vigil.cli;

import dev.vigil.core.run.ArmedWatch;
import dev.vigil.engine.acts.Snooze;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "snooze",
        description = "Silences a watch until a moment: `vigil snooze 3 until 2026-12-01`, `vigil snooze 3 2h`.")
final class SnoozeCommand implements Runnable {
    private final Door door;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "N", description = "The watch's number.")
    private int number;

    @Parameters(
            index = "1..*",
            arity = "1..3",
            paramLabel = "until WHEN",
            description = "A moment, a date, a clock time, or a duration such as PT2H or 2h.")
    private List<String> when;

    SnoozeCommand(Door door) {
        this.door = door;
    }

    @Override
    public void run() {
        List<String> words = new ArrayList<>(when);
        if (words.get(0).equals("until") || words.get(0).equals("for")) {
            words.remove(0);
        }
        if (words.isEmpty() || words.size() > 2) {
            throw new ParameterException(spec.commandLine(), "Say until when, such as: until 2026-12-01T17:00");
        }
        ArmedWatch watch = new Snooze(door.rooms().account()).snooze(number, String.join("T", words));
        door.say("Watch " + number + " is silent until " + Show.moment(watch.resumes(), watch.zone()) + ".");
    }
}
