package dev.vigil.cli;

import dev.vigil.core.run.Delivery;
import dev.vigil.engine.acts.Answer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "approve", description = "Lets an outbox entry go that waits for your yes.")
final class ApproveCommand implements Runnable {
    private final Door door;

    @Parameters(paramLabel = "ID", description = "Its id, or as much of its beginning as is needed.")
    private String id;

    ApproveCommand(Door door) {
        this.door = door;
    }

    @Override
    public void run() {
        Delivery delivery = new Answer(door.rooms().account()).approve(id);
        door.say("On its way: "
                + Show.plain(delivery.notice().act() + ": " + delivery.notice().say()));
    }
}
