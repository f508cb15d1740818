package dev.vigil.contract;

import dev.vigil.core.watch.MailKind;
import dev.vigil.core.watch.Trigger;
import dev.vigil.core.watch.Watch.Repeat;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What {@code repeat} means where a goal says nothing of it: once for one-off times, for silence, for a definite
 * calendar event and for mail of a kind that happens once; always for recurring times, health and other mail. A watch
 * whose triggers differ repeats, since a notice too many is better than one that never comes.
 */
public final class Repeats {
    private static final Set<MailKind> HAPPENS_ONCE = EnumSet.of(
            MailKind.BACK_IN_STOCK,
            MailKind.PRICE_DROP,
            MailKind.ORDER_CONFIRMED,
            MailKind.SHIPPED,
            MailKind.OUT_FOR_DELIVERY,
            MailKind.DELIVERED,
            MailKind.DELAYED,
            MailKind.REPLY,
            MailKind.REFUND,
            MailKind.APPOINTMENT,
            MailKind.BOOKING,
            MailKind.CANCELLED);

    private Repeats() {}

    public static Repeat of(List<Trigger> when) {
        return when.stream().allMatch(Repeats::once) ? Repeat.ONCE : Repeat.ALWAYS;
    }

    private static boolean once(Trigger trigger) {
        if (trigger instanceof Trigger.Time time) {
            return time.every() == null;
        }
        if (trigger instanceof Trigger.Mail mail) {
            return mail.kind() != null && HAPPENS_ONCE.contains(mail.kind());
        }
        if (trigger instanceof Trigger.Calendar calendar) {
            return definite(calendar);
        }
        return trigger instanceof Trigger.Silence;
    }

    /** It names an event, or a date on which it lies: the watch no longer knows whether it was "the" or "any". */
    private static boolean definite(Trigger.Calendar event) {
        return event.about() != null || event.falls() != null && event.falls().date() != null;
    }
}
