package dev.vigil.cli;

import dev.vigil.engine.acts.Resume;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "resume", description = "A paused, snoozed or broken watch watches again.")
final class ResumeCommand implements Runnable {
    private final Door door;

    @Parameters(paramLabel = "N", description = "The watch's number.")
    private int number;

    ResumeCommand(Door door) {
        this.door = door;
    }

    @Override
    public void run() {
        new Resume(door.rooms().account()).resume(number);
        door.say("Watch " + number + " is armed.");
    }
}
