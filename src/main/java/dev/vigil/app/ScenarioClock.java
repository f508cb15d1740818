package dev.vigil.app;

import dev.vigil.core.Trouble;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The clock.json of a scenario: the clock runs over (from, to].
 *
 * @param me the person's addresses; empty = what Delivered-To says
 */
record ScenarioClock(Instant from, Instant to, ZoneId zone, Set<String> me) {
    static ScenarioClock read(Path file) {
        try {
            JsonNode json = JsonMapper.shared().readTree(file.toFile());
            ZoneId zone = ZoneId.of(text(json, "zone", file));
            Instant from =
                    LocalDateTime.parse(text(json, "from", file)).atZone(zone).toInstant();
            Instant to =
                    LocalDateTime.parse(text(json, "to", file)).atZone(zone).toInstant();
            Set<String> me = new HashSet<>();
            JsonNode addresses = json.path("me");
            if (addresses.isString()) {
                me.add(addresses.stringValue().toLowerCase(Locale.ROOT));
            }
            addresses.forEach(one -> me.add(one.asString().toLowerCase(Locale.ROOT)));
            if (to.isBefore(from)) {
                throw new Trouble("In " + file + " `to` lies before `from`: swap them.");
            }
            return new ScenarioClock(from, to, zone, me);
        } catch (JacksonException | DateTimeException e) {
            throw new Trouble(
                    "The file " + file
                            + " must be JSON with from, to (such as 2026-11-21T10:00) and zone (such as Europe/London).",
                    e);
        }
    }

    private static String text(JsonNode json, String field, Path file) {
        JsonNode value = json.path(field);
        if (!value.isString()) {
            throw new Trouble("In " + file + " the text field `" + field + "` is missing: add it.");
        }
        return value.stringValue();
    }
}
