package dev.vigil.cli;

import dev.vigil.engine.acts.Pause;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "pause", description = "A watch stays, and fires nothing until it is resumed.")
final class PauseCommand implements Runnable {
    private final Door door;

    @Parameters(paramLabel = "N", description = "The watch's number.")
    private int number;

    PauseCommand(Door door) {
        this.door = door;
    }

    @Override
    public void run() {
        new Pause(door.rooms().account()).pause(number);
        door.say("Watch " + number + " is paused.");
    }
}
