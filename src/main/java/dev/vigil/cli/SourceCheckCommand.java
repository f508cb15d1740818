package dev.vigil.cli;

import dev.vigil.core.run.SourceRow;
import dev.vigil.engine.acts.Account;
import dev.vigil.engine.acts.CheckSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "check", description = "Reads a source (or all) from end to end and says what was seen and refused.")
final class SourceCheckCommand implements Callable<Integer> {
    private final Door door;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The source; without it, all.")
    private String name;

    @Option(names = "--json", description = "One JSON object a source.")
    private boolean json;

    SourceCheckCommand(Door door) {
        this.door = door;
    }

    @Override
    public Integer call() {
        Rooms rooms = door.rooms();
        Account account = rooms.account();
        CheckSource act = new CheckSource(account, rooms.sources());
        List<SourceRow> rows =
                name == null ? account.journal().sources(account.person()) : List.of(account.source(name));
        boolean able = true;
        for (SourceRow row : rows) {
            CheckSource.Checked checked = act.check(row);
            able &= checked.able();
            show(checked, account);
        }
        if (rows.isEmpty()) {
            door.complain("There are no sources yet; `vigil source add` adds one.");
        }
        return able ? Commands.DONE : Commands.REFUSED;
    }

    private void show(CheckSource.Checked it, Account account) {
        if (json) {
            door.say(SourceLine.json(
                    it.row(), it.able(), it.seen(), it.refused(), it.verified(), it.trouble(), account.zone()));
        } else {
            door.say(SourceLine.plain(it.row(), it.seen(), it.refusals(), it.verified(), null, account.zone()));
            it.refused().forEach(one -> door.say("    refused " + Show.plain(one.where() + ": " + one.why())));
            if (it.refusals() > it.refused().size()) {
                door.say("    and " + (it.refusals() - it.refused().size()) + " more");
            }
        }
        if (!it.able()) {
            door.complain(it.row().name() + ": " + it.trouble());
        }
    }
}
