package dev.vigil.contract;

import dev.vigil.core.watch.Trigger;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes triggers with their fields in the contract's order. */
final class TriggerWriter {
    private TriggerWriter() {}

    static ObjectNode write(Trigger trigger) {
        ObjectNode into = JsonNodeFactory.instance.objectNode();
        if (trigger instanceof Trigger.Time time) {
            time(into.put("on", "time"), time);
        } else if (trigger instanceof Trigger.Mail mail) {
            mail(into.put("on", "mail"), mail);
        } else if (trigger instanceof Trigger.Calendar calendar) {
            calendar(into.put("on", "calendar"), calendar);
        } else if (trigger instanceof Trigger.Health health) {
            health(into.put("on", "health"), health);
        } else {
            silence(into.put("on", "silence"), (Trigger.Silence) trigger);
        }
        return into;
    }

    private static void time(ObjectNode into, Trigger.Time time) {
        text(into, "at", time.at());
        text(into, "in", time.in());
        text(into, "every", time.every());
        list(into, "times", time.times());
        text(into, "from", time.from());
    }

    private static void mail(ObjectNode into, Trigger.Mail mail) {
        choice(into, "kind", mail.kind());
        text(into, "about", mail.about());
        text(into, "from", mail.from());
        text(into, "to", mail.to());
        text(into, "subject", mail.subject());
        text(into, "except", mail.except());
        flag(into, "attachment", mail.attachment());
        if (mail.amount() != null) {
            ObjectNode amount = into.putObject("amount");
            choice(amount, "is", mail.amount().is());
            number(amount, "value", mail.amount().value());
            text(amount, "currency", mail.amount().currency());
        }
        text(into, "offset", mail.offset());
    }

    private static void calendar(ObjectNode into, Trigger.Calendar event) {
        choice(into, "moment", event.moment());
        text(into, "about", event.about());
        text(into, "with", event.with());
        text(into, "where", event.where());
        text(into, "calendar", event.calendar());
        text(into, "offset", event.offset());
        if (event.day() != null) {
            into.put("day", event.day());
        }
        text(into, "time", event.time());
        text(into, "except", event.except());
        flag(into, "first", event.first());
        flag(into, "last", event.last());
        if (event.falls() != null) {
            falls(into.putObject("falls"), event.falls());
        }
    }

    private static void falls(ObjectNode into, Trigger.Falls falls) {
        text(into, "date", falls.date());
        if (!falls.weekday().isEmpty()) {
            SpanJson.weekday(into, falls.weekday());
        }
        if (falls.between() != null) {
            SpanJson.between(into, falls.between());
        }
        if (falls.dates() != null) {
            SpanJson.dates(into, falls.dates());
        }
    }

    private static void health(ObjectNode into, Trigger.Health health) {
        choice(into, "metric", health.metric());
        choice(into, "is", health.is());
        if (health.value() != null) {
            number(into, "value", health.value());
        }
        text(into, "for", health.lasting());
        choice(into, "over", health.over());
    }

    private static void silence(ObjectNode into, Trigger.Silence silence) {
        into.set("of", write(silence.of()));
        text(into, "for", silence.lasting());
        text(into, "by", silence.by() == null ? null : Scalars.write(silence.by()));
        if (silence.after() != null) {
            into.set("after", write(silence.after()));
        }
    }

    static void text(ObjectNode into, String name, Object value) {
        if (value != null) {
            into.put(name, value.toString());
        }
    }

    static void choice(ObjectNode into, String name, Enum<?> value) {
        if (value != null) {
            into.put(name, Fields.wire(value));
        }
    }

    static void flag(ObjectNode into, String name, boolean value) {
        if (value) {
            into.put(name, true);
        }
    }

    /** Whole numbers without a decimal point. */
    static void number(ObjectNode into, String name, double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            into.put(name, (long) value);
        } else {
            into.put(name, value);
        }
    }

    private static void list(ObjectNode into, String name, List<?> values) {
        if (!values.isEmpty()) {
            var list = into.putArray(name);
            values.forEach(value -> list.add(value.toString()));
        }
    }
}
