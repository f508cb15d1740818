package dev.vigil.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "run", description = "Watches until it is ended (Ctrl-C).")
final class RunCommand implements Runnable {
    private final Door door;

    @Spec
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "N", description = "Port of the page; this version has no page yet.")
    private Integer port;

    @Option(names = "--no-page", description = "Without the page.")
    private boolean noPage;

    RunCommand(Door door) {
        this.door = door;
    }

    @Override
    public void run() {
        if (port != null && (port < 0 || port > 65_535)) {
            throw new ParameterException(spec.commandLine(), "--port is a number from 0 to 65535");
        }
        if (port != null && !noPage) {
            door.complain("This version has no page yet; --port is taken but opens nothing.");
        }
        door.rooms().run(door.terminal().out());
    }
}
