package dev.vigil.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "replay", description = "Runs a scenario on a simulated clock; nothing is performed, only printed.")
final class ReplayCommand implements Runnable {
    private final Door door;

    @Parameters(
            paramLabel = "DIR",
            description = "Holds clock.json, watches.jsonl or goals.txt, and any of mail/, calendar/, health/.")
    private String dir;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    ReplayCommand(Door door) {
        this.door = door;
    }

    @Override
    public void run() {
        door.rooms()
                .replays()
                .replay(
                        door.path(dir),
                        told -> door.say(json ? ToldLine.json(told) : ToldLine.plain(told)),
                        door::complain);
    }
}
