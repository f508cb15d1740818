package dev.vigil.cli;

import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.Verdict;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "why", description = "Tells, condition by condition, why a watch fired or did not.")
final class WhyCommand implements Runnable {
    private final Door door;

    @Parameters(index = "0", paramLabel = "WATCH", description = "The watch's number.")
    private int number;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "EVENT",
            description = "An event as in `because`: mail:…, calendar:…, health:…, time:…")
    private String event;

    @Option(names = "--json", description = "One JSON object an event.")
    private boolean json;

    WhyCommand(Door door) {
        this.door = door;
    }

    @Override
    public void run() {
        Rooms rooms = door.rooms();
        ArmedWatch watch = rooms.account().watch(number);
        List<Verdict> verdicts = rooms.explanations().why(rooms.account().person(), number, event);
        verdicts.forEach(verdict ->
                door.say(json ? VerdictLine.json(verdict, watch.zone()) : VerdictLine.plain(verdict, watch.zone())));
        if (verdicts.isEmpty()) {
            door.complain("Watch " + number + " has not fired yet, and nothing came near.");
        }
    }
}
