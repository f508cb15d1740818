package dev.vigil.engine.acts;

import dev.vigil.core.port.Journal;
import java.util.Optional;

/** Takes back the person's last change to a watch; again and again. */
public final class Undo {
    private final Account account;

    public Undo(Account account) {
        this.account = account;
    }

    /** Empty if there is nothing to take back. */
    public Optional<Journal.Undone> undo() {
        Optional<Journal.Undone> undone = account.journal().undo(account.person(), account.now());
        undone.ifPresent(it -> account.heed().changed(it.watch().number()));
        return undone;
    }
}
