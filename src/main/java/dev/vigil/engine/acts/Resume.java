package dev.vigil.engine.acts;

import dev.vigil.core.Trouble;
import dev.vigil.core.run.ArmedWatch;

/** A paused, snoozed or broken watch watches again. */
public final class Resume {
    private final Account account;

    public Resume(Account account) {
        this.account = account;
    }

    /** @throws Trouble if there is no such watch or it is done */
    public ArmedWatch resume(int number) {
        ArmedWatch watch = account.watch(number);
        return switch (watch.state()) {
            case ARMED -> watch;
            case DONE -> throw new Trouble("Watch " + number + " is done; arm it again to start anew.");
            default -> account.change(watch.with(ArmedWatch.State.ARMED), "resumed");
        };
    }
}
