package dev.vigil.cli;

import dev.vigil.core.run.ArmedWatch;
import dev.vigil.engine.acts.Account;
import dev.vigil.engine.acts.Arm;
import dev.vigil.engine.acts.Overdue;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "arm", description = "Arms proposals: one JSON object, or one a line.")
final class ArmCommand implements Callable<Integer> {
    private final Door door;

    @Parameters(paramLabel = "FILE", description = "The proposals; - reads standard input.")
    private String file;

    @Option(names = "--json", description = "One JSON object a watch.")
    private boolean json;

    ArmCommand(Door door) {
        this.door = door;
    }

    @Override
    public Integer call() {
        Rooms rooms = door.rooms();
        Account account = rooms.account();
        String text = door.text(file);
        boolean[] refusedAny = new boolean[1];
        new Arm(account, rooms.proposals()).all(text, Door.title(file), this::armed, refused -> {
            refusedAny[0] = true;
            door.complain(refused.where() + ": " + refused.why());
        });
        return refusedAny[0] ? Commands.REFUSED : Commands.DONE;
    }

    private void armed(ArmedWatch watch) {
        String says = WatchLine.says(watch, door.rooms());
        door.say(
                json
                        ? new JsonLine()
                                .put("watch", watch.number())
                                .put("says", says)
                                .end()
                        : watch.number() + "  " + Show.plain(says));
        ArmedWatch now = door.rooms().account().watch(watch.number());
        if (now.mend() != null) {
            door.complain("Watch " + watch.number() + " cannot run yet. " + now.mend());
        }
        if (Overdue.from(watch)) {
            door.complain("Watch " + watch.number() + " waits for what has passed; it will not fire.");
        }
    }
}
