package dev.vigil.engine.acts;

import dev.vigil.core.Trouble;

/** Forgets a source; what it brought stays. */
public final class RemoveSource {
    private final Account account;

    public RemoveSource(Account account) {
        this.account = account;
    }

    /** @throws Trouble if there is no such source */
    public void remove(String name) {
        account.source(name);
        account.journal().removeSource(account.person(), name);
        account.heed().refresh();
    }
}
