package dev.vigil.cli;

import dev.vigil.core.watch.Proposal;
import java.time.ZoneId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "demo", description = "Replays an invented week, so that you can see what Vigil does.")
final class DemoCommand implements Runnable {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private final Door door;

    @Option(names = "--json", description = "One JSON object a line, as `vigil replay --json`.")
    private boolean json;

    DemoCommand(Door door) {
        this.door = door;
    }

    @Override
    public void run() {
        try (DemoScenario scenario = new DemoScenario()) {
            if (!json) {
                introduce(scenario.watches());
            }
            door.rooms()
                    .replays()
                    .replay(
                            scenario.dir(),
                            told -> door.say(json ? ToldLine.json(told) : ToldLine.plain(told)),
                            door::complain);
        }
    }

    private void introduce(List<String> watches) {
        door.say("Robin Hale, who is invented, keeps watch for this:");
        for (int i = 0; i < watches.size(); i++) {
            if (door.rooms().proposals().read(watches.get(i)) instanceof Proposal.Armable armable) {
                door.say("  " + (i + 1) + "  " + door.rooms().words().say(armable.watch(), ZONE));
            }
        }
        door.say("From Monday 23 to Friday 27 November 2026 this is told:");
    }
}
