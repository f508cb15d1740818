package dev.vigil.store;

import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.fact.Fact;
import dev.vigil.core.fact.Mail;
import dev.vigil.core.fact.Sample;
import tools.jackson.core.JacksonException;

/**
 * Facts as JSON. Which fact it is stands beside the JSON as a {@link #kind}, a word of the store's own, so that no class
 * name is ever read from data.
 */
final class FactJson {
    private FactJson() {}

    static String kind(Fact fact) {
        if (fact instanceof Mail) {
            return "mail";
        }
        return fact instanceof CalendarItem ? "calendar" : "sample";
    }

    static String write(Fact fact) {
        return Json.write(fact);
    }

    /** @throws Unreadable if the row is damaged or was written in a form that this version does not know */
    static Fact read(String kind, String json) throws Unreadable {
        try {
            Fact fact = switch (kind) {
                case "mail" -> Json.MAPPER.readValue(json, Mail.class);
                case "calendar" -> Json.MAPPER.readValue(json, CalendarItem.class);
                case "sample" -> Json.MAPPER.readValue(json, Sample.class);
                default -> throw new Unreadable("unknown kind of fact: " + kind, null);
            };
            if (fact == null) {
                throw new Unreadable("no fact", null);
            }
            return fact;
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new Unreadable("stored " + kind + " cannot be read", e);
        }
    }

    /** A stored fact that cannot be read; the others can. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String what, Throwable cause) {
            super(what, cause);
        }
    }
}
