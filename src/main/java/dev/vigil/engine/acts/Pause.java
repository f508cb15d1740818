package dev.vigil.engine.acts;

import dev.vigil.core.Trouble;
import dev.vigil.core.run.ArmedWatch;

/** A watch stays, and fires nothing until it is resumed. */
public final class Pause {
    private final Account account;

    public Pause(Account account) {
        this.account = account;
    }

    /** @throws Trouble if there is no such watch or it has nothing to pause */
    public ArmedWatch pause(int number) {
        ArmedWatch watch = account.watch(number);
        return switch (watch.state()) {
            case PAUSED -> watch;
            case DONE -> throw new Trouble("Watch " + number + " is done; there is nothing to pause.");
            default -> account.change(watch.with(ArmedWatch.State.PAUSED), "paused");
        };
    }
}
