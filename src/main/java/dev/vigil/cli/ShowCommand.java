package dev.vigil.cli;

import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.Verdict;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Shows one watch with what it did last.")
final class ShowCommand implements Runnable {
    private static final int LAST = 5;
    private final Door door;

    @Parameters(paramLabel = "N", description = "The watch's number.")
    private int number;

    @Option(names = "--json", description = "One JSON object, as in `vigil list --json`.")
    private boolean json;

    ShowCommand(Door door) {
        this.door = door;
    }

    @Override
    public void run() {
        Rooms rooms = door.rooms();
        ArmedWatch watch = rooms.account().watch(number);
        if (json) {
            door.say(WatchLine.json(watch, rooms));
            return;
        }
        door.say(WatchLine.plain(watch, rooms));
        if (!watch.goal().isEmpty()) {
            door.say("    Goal: " + Show.plain(watch.goal()));
        }
        door.say("    Armed: " + Show.moment(watch.since(), watch.zone()) + " (" + watch.zone() + ")");
        door.say("    Proposal: " + Show.plain(watch.proposal()));
        List<Verdict> verdicts =
                rooms.account().journal().verdicts(rooms.account().person(), number, LAST);
        verdicts.forEach(verdict ->
                door.say("    " + VerdictLine.plain(verdict, watch.zone()).replace("\n", "\n    ")));
        if (verdicts.isEmpty()) {
            door.say("    It has not fired yet, and nothing came near.");
        }
    }
}
