package dev.vigil.cli;

import dev.vigil.core.run.SourceRow;
import java.time.ZoneId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", description = "Lists the sources with their last proof of life.")
final class SourceListCommand implements Runnable {
    private final Door door;

    @Option(names = "--json", description = "One JSON object a source.")
    private boolean json;

    SourceListCommand(Door door) {
        this.door = door;
    }

    @Override
    public void run() {
        Rooms rooms = door.rooms();
        ZoneId zone = rooms.account().zone();
        List<SourceRow> rows = rooms.account().journal().sources(rooms.account().person());
        for (SourceRow row : rows) {
            boolean able = row.trouble() == null;
            int refusals = row.refused().size();
            door.say(
                    json
                            ? SourceLine.json(row, able, row.seen(), row.refused(), row.verified(), row.trouble(), zone)
                            : SourceLine.plain(row, row.seen(), refusals, row.verified(), row.trouble(), zone));
        }
        if (rows.isEmpty()) {
            door.complain("There are no sources yet; `vigil source add` adds one.");
        }
    }
}
