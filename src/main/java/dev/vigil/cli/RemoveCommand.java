package dev.vigil.cli;

import dev.vigil.engine.acts.Remove;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Removes a watch; undo brings it back.")
final class RemoveCommand implements Runnable {
    private final Door door;

    @Parameters(paramLabel = "N", description = "The watch's number.")
    private int number;

    RemoveCommand(Door door) {
        this.door = door;
    }

    @Override
    public void run() {
        new Remove(door.rooms().account()).remove(number);
        door.say("Watch " + number + " is removed; `vigil undo` brings it back.");
    }
}
