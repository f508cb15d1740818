package dev.vigil.engine.acts;

import dev.vigil.core.Trouble;
import dev.vigil.core.run.ArmedWatch;

/** A watch is gone; {@link Undo} brings it back. */
public final class Remove {
    private final Account account;

    public Remove(Account account) {
        this.account = account;
    }

    /** @throws Trouble if there is no such watch */
    public ArmedWatch remove(int number) {
        return account.change(account.watch(number).with(ArmedWatch.State.REMOVED), "removed");
    }
}
