package dev.vigil.core.run;

import dev.vigil.core.fact.Mail;
import dev.vigil.core.watch.MailKind;
import java.util.Map;

/**
 * A mail with what the person's own past says of it.
 *
 * @param mine the person sent it
 * @param thread a stable name of its conversation
 * @param context what it is about beyond its own words: for replies the subject and the person's own words of the
 *     conversation, for parcels what was ordered; else empty
 * @param kinds what it is, each with its evidence: declared, read, or known from the conversation (REPLY)
 * @param doubt why its sender is not to be believed, as a clause; null when nothing speaks against it
 */
public record SeenMail(
        Mail mail, boolean mine, String thread, String context, Map<MailKind, String> kinds, String doubt) {
    public SeenMail {
        kinds = Map.copyOf(kinds);
    }

    /** A person's mail: neither a machine's answer nor sent to many. */
    public boolean human() {
        return !mail.automatic() && !mail.bulk();
    }
}
