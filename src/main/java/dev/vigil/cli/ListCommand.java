package dev.vigil.cli;

import dev.vigil.core.run.ArmedWatch;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", description = "Lists the watches: state, sentence and next moments.")
final class ListCommand implements Runnable {
    private final Door door;

    @Option(names = "--json", description = "One JSON object a watch.")
    private boolean json;

    ListCommand(Door door) {
        this.door = door;
    }

    @Override
    public void run() {
        Rooms rooms = door.rooms();
        List<ArmedWatch> watches =
                rooms.account().journal().watches(rooms.account().person());
        watches.forEach(watch -> door.say(json ? WatchLine.json(watch, rooms) : WatchLine.plain(watch, rooms)));
        if (watches.isEmpty()) {
            door.complain("There are no watches yet; `vigil arm` arms one.");
        }
    }
}
