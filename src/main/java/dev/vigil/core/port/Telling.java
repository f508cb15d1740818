package dev.vigil.core.port;

import dev.vigil.core.fact.Mail;
import dev.vigil.core.fact.Occurrence;
import dev.vigil.core.watch.Trigger;
import java.time.ZonedDateTime;

/**
 * Words what is told when a watch that names no words of its own fires: one line of at most 200 characters, free of
 * control characters and text-direction overrides.
 */
public interface Telling {
    /** Sender and subject. */
    String mail(Trigger.Mail trigger, Mail mail);

    /** Title, local start and place, and what became of it for added, changed, cancelled, invited and conflict. */
    String event(Trigger.Calendar trigger, Occurrence occurrence);

    /** {@code value} is what was measured, in words. */
    String health(Trigger.Health trigger, String value);

    /** What did not come, and since when. */
    String silence(Trigger.Silence trigger, ZonedDateTime since);

    String time(Trigger.Time trigger, ZonedDateTime at);
}
