package dev.vigil.cli;

import dev.vigil.core.run.Verdict;
import dev.vigil.core.watch.Proposal;
import dev.vigil.core.watch.Watch;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
            List<Watch> watches = watches(scenario);
            if (!json) {
                introduce(watches);
            }
            List<Verdict> misses = new ArrayList<>();
            door.rooms()
                    .replays()
                    .replay(
                            scenario.dir(),
                            told -> door.say(json ? ToldLine.json(told) : ToldLine.brief(told)),
                            misses::add,
                            door::complain);
            if (!json) {
                answer(scenario.questions(), watches, misses);
            }
        }
    }

    private List<Watch> watches(DemoScenario scenario) {
        return scenario.watches().stream()
                .map(line -> ((Proposal.Armable) door.rooms().proposals().read(line)).watch())
                .toList();
    }

    private void introduce(List<Watch> watches) {
        door.say("Robin Hale, who is invented, keeps watch for this:");
        for (int i = 0; i < watches.size(); i++) {
            door.say(String.format(
                    Locale.ROOT, "  %2d  %s", i + 1, door.rooms().words().say(watches.get(i), ZONE)));
        }
        door.say("");
        door.say(
                "From Monday 26 to Friday 30 October 2026 this is told. London's clocks have gone back, New York's go back"
                        + " a week later:");
    }

    private void answer(List<WhyNot> questions, List<Watch> watches, List<Verdict> misses) {
        door.say("");
        door.say("And this was not told:");
        for (WhyNot one : questions) {
            door.say("");
            door.say(one.answer(watches.get(one.watch() - 1), misses, ZONE));
        }
    }
}
