package dev.vigil.engine.acts;

import dev.vigil.core.Trouble;
import dev.vigil.core.run.Delivery;
import java.util.List;

/** The person's yes or no to an outbox entry that waits for it. */
public final class Answer {
    private static final int LOOKED_AT = 10_000;
    private final Account account;

    public Answer(Account account) {
        this.account = account;
    }

    /**
     * @param id the notice's id, or so much of its beginning that only one waits
     * @throws Trouble if none waits under that id
     */
    public Delivery approve(String id) {
        return answer(id, true);
    }

    /** As {@link #approve}; it never leaves. */
    public Delivery decline(String id) {
        return answer(id, false);
    }

    private Delivery answer(String id, boolean yes) {
        List<Delivery> waiting = account.journal().deliveries(account.person(), LOOKED_AT).stream()
                .filter(delivery -> delivery.state() == Delivery.State.APPROVAL
                        && !id.isEmpty()
                        && delivery.notice().id().startsWith(id))
                .toList();
        long notices = waiting.stream()
                .map(delivery -> delivery.notice().id())
                .distinct()
                .count();
        if (notices == 0) {
            throw new Trouble("Nothing waits for your yes under \"" + id + "\"; `vigil outbox` shows what does.");
        }
        if (notices > 1) {
            throw new Trouble("More than one entry begins with \"" + id + "\"; type more of its id.");
        }
        for (Delivery delivery : waiting) {
            account.journal()
                    .tried(
                            yes
                                    ? new Delivery(
                                            delivery.notice(),
                                            delivery.channel(),
                                            Delivery.State.WAITING,
                                            0,
                                            account.now(),
                                            null)
                                    : new Delivery(
                                            delivery.notice(),
                                            delivery.channel(),
                                            Delivery.State.FAILED,
                                            delivery.attempts(),
                                            delivery.next(),
                                            "declined by you"));
        }
        account.heed().refresh();
        return waiting.get(0);
    }
}
