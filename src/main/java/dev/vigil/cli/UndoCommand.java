package dev.vigil.cli;

import dev.vigil.core.Trouble;
import dev.vigil.core.port.Journal;
import dev.vigil.engine.acts.Undo;
import picocli.CommandLine.Command;

@Command(name = "undo", description = "Takes back the last change to a watch; again and again.")
final class UndoCommand implements Runnable {
    private final Door door;

    UndoCommand(Door door) {
        this.door = door;
    }

    @Override
    public void run() {
        Journal.Undone undone = new Undo(door.rooms().account())
                .undo()
                .orElseThrow(() -> new Trouble("There is nothing to take back."));
        door.say("Took back: " + Show.plain(undone.what()) + ". Watch "
                + undone.watch().number() + " is " + WatchLine.state(undone.watch()) + ".");
    }
}
