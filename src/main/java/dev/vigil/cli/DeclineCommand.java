package dev.vigil.cli;

import dev.vigil.core.run.Delivery;
import dev.vigil.engine.acts.Answer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "decline", description = "An outbox entry that waits for your yes never leaves.")
final class DeclineCommand implements Runnable {
    private final Door door;

    @Parameters(paramLabel = "ID", description = "Its id, or as much of its beginning as is needed.")
    private String id;

    DeclineCommand(Door door) {
        this.door = door;
    }

    @Override
    public void run() {
        Delivery delivery = new Answer(door.rooms().account()).decline(id);
        door.say("Declined: "
                + Show.plain(delivery.notice().act() + ": " + delivery.notice().say()));
    }
}
