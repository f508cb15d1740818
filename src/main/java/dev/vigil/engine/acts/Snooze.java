package dev.vigil.engine.acts;

import dev.vigil.core.Trouble;
import dev.vigil.core.run.ArmedWatch;
import java.time.Instant;

/** A watch is silent until a moment, then watches again by itself. */
public final class Snooze {
    private final Account account;

    public Snooze(Account account) {
        this.account = account;
    }

    /**
     * @param when as {@link Moments#read} reads it
     * @throws Trouble if there is no such watch, it is done or paused, or the moment cannot be read or has passed
     */
    public ArmedWatch snooze(int number, String when) {
        ArmedWatch watch = account.watch(number);
        Instant till = Moments.read(when, account.now(), account.zone());
        return switch (watch.state()) {
            case DONE -> throw new Trouble("Watch " + number + " is done; there is nothing to snooze.");
            case PAUSED -> throw new Trouble("Watch " + number + " is paused; resume it first.");
            case BROKEN -> throw new Trouble("Watch " + number + " is broken: " + watch.mend());
            default -> account.change(watch.snoozed(till), "snoozed");
        };
    }
}
