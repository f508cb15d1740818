package dev.vigil.rules;

import dev.vigil.core.port.Matcher;
import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.watch.MailKind;
import dev.vigil.core.watch.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes a watch apart into the asks that the rules look up. */
final class Asks {
    /** Under this key stand asks that name no topic, sender or kind. */
    static final Object ANY = "any";

    private final Matcher matcher;

    Asks(Matcher matcher) {
        this.matcher = matcher;
    }

    List<Ask> of(ArmedWatch watch) {
        List<Ask> asks = new ArrayList<>();
        for (int i = 0; i < watch.watch().when().size(); i++) {
            String path = "when[" + i + "]";
            Trigger trigger = watch.watch().when().get(i);
            if (trigger instanceof Trigger.Silence silence) {
                add(asks, watch, path + ".of", silence.of());
                if (silence.after() != null) {
                    add(asks, watch, path + ".after", silence.after());
                } else if (silence.of() instanceof Trigger.Mail mail && mail.kind() == MailKind.REPLY) {
                    asks.add(ownMail(watch, path + ".sent", mail));
                }
            } else {
                add(asks, watch, path, trigger);
            }
        }
        return asks;
    }

    /** The ask at a path, for "why not". */
    Ask at(ArmedWatch watch, String path) {
        return of(watch).stream()
                .filter(ask -> ask.getPath().equals(path))
                .findFirst()
                .orElse(null);
    }

    private void add(List<Ask> asks, ArmedWatch watch, String path, Trigger trigger) {
        if (trigger instanceof Trigger.Mail mail) {
            asks.add(new MailAsk(watch.number(), path, watch.since(), mail, sent(mail), key(mail), matcher));
            if (mail.to() != null && mail.from() == null) {
                // "to" may be an alias of the person's as well as somebody they write to
                asks.add(new MailAsk(watch.number(), path, watch.since(), mail, true, key(mail), matcher));
            }
        } else if (trigger instanceof Trigger.Calendar calendar) {
            asks.add(new EventAsk(watch.number(), path, watch.since(), calendar, key(calendar), matcher));
        } else if (trigger instanceof Trigger.Health health) {
            asks.add(new HealthAsk(watch.number(), path, watch.since(), health));
        }
    }

    private static boolean sent(Trigger.Mail mail) {
        return mail.kind() == MailKind.PROMISE;
    }

    /** The person's own mail to which a reply is awaited: what they wrote before arming counts too. */
    private MailAsk ownMail(ArmedWatch watch, String path, Trigger.Mail reply) {
        Trigger.Mail own = new Trigger.Mail(
                null, reply.about(), null, reply.from(), reply.subject(), reply.except(), false, null, null);
        return new MailAsk(watch.number(), path, Instant.MIN, own, true, key(own), matcher);
    }

    private Object key(Trigger.Mail mail) {
        if (mail.about() != null) {
            return matcher.phrase(mail.about());
        }
        if (mail.from() != null) {
            return sender(mail.from());
        }
        return mail.kind() != null ? kind(mail.kind()) : ANY;
    }

    private Object key(Trigger.Calendar calendar) {
        Matcher.Phrase about = EventHearing.title(calendar.about(), matcher);
        return about == null ? ANY : about;
    }

    static String sender(String words) {
        return "from " + words.toLowerCase(Locale.ROOT);
    }

    static String kind(MailKind kind) {
        return "kind " + kind;
    }
}
