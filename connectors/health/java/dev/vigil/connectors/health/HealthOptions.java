package dev.vigil.connectors.health;

import dev.vigil.core.Trouble;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a person can set for a health source.
 *
 * @param zone the zone of times that are written without one; option {@code zone}, the system's zone by default
 * @param futureAllowed takes samples of a later time than now; option {@code future=allow}, for simulated clocks
 */
record HealthOptions(ZoneId zone, boolean futureAllowed) {
    static HealthOptions of(Map<String, String> options) {
        for (String name : new TreeSet<>(options.keySet())) {
            if (!name.equals("zone") && !name.equals("future")) {
                throw new Trouble("A health source has no option " + PlainText.of(name, 60)
                        + "; it has zone=Europe/London and future=allow.");
            }
        }
        return new HealthOptions(zone(options.get("zone")), future(options.get("future")));
    }

    private static ZoneId zone(String text) {
        try {
            return text == null ? ZoneId.systemDefault() : ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new Trouble(
                    "The option zone=" + PlainText.of(text, 60) + " is no time zone; write it like Europe/London.", e);
        }
    }

    private static boolean future(String text) {
        if (text == null || text.equals("refuse")) {
            return false;
        }
        if (text.equals("allow")) {
            return true;
        }
        throw new Trouble("The option future=" + PlainText.of(text, 60) + " is not known; it is allow or refuse.");
    }
}
