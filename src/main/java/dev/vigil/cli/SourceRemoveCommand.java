package dev.vigil.cli;

import dev.vigil.engine.acts.RemoveSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Forgets a source; what it brought stays.")
final class SourceRemoveCommand implements Runnable {
    private final Door door;

    @Parameters(paramLabel = "NAME", description = "The source.")
    private String name;

    SourceRemoveCommand(Door door) {
        this.door = door;
    }

    @Override
    public void run() {
        new RemoveSource(door.rooms().account()).remove(name);
        door.say("Removed " + name + ".");
    }
}
