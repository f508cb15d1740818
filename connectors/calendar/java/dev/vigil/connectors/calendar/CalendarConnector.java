package dev.vigil.connectors.calendar;

import dev.vigil.core.Trouble;
import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.port.Connector;
import dev.vigil.core.port.Source;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Calendars from .ics files: one file, or a folder of them. */
public final class CalendarConnector implements Connector {
    private static final Set<String> OPTIONS = Set.of("me", "name");

    @Override
    public String name() {
        return "calendar";
    }

    @Override
    public Source open(Settings settings) {
        for (String option : settings.options().keySet()) {
            if (!OPTIONS.contains(option)) {
                throw new Trouble("A calendar has no option “" + option + "”; the options are me and name.");
            }
        }
        Path path = path(settings.place());
        if (!Files.exists(path)) {
            throw new Trouble("There is no calendar at " + path + "; check the path.");
        }
        String me = settings.options().getOrDefault("me", settings.user() == null ? "" : settings.user());
        return new CalendarSource(path, settings.options().get("name"), addresses(me));
    }

    /**
     * Reads a calendar's text that came otherwise than by a file, such as an invitation in a mail. Never throws for
     * what the text says: what cannot be read is left out.
     *
     * @param ics the text, decoded
     * @param method the METHOD of the part's content type; null = what the text says. REQUEST makes invitations, CANCEL
     *     cancellations, a REPLY nothing
     * @param calendar the calendar's name where the text gives none
     * @param received when it arrived; stands in for a missing time stamp
     * @param me the person's addresses; empty = any attendee that has not answered makes an invitation
     */
    public static List<CalendarItem> parse(
            String ics, String method, String calendar, Instant received, Set<String> me) {
        if (ics.length() > CalendarFiles.LARGEST) {
            return List.of();
        }
        Set<String> mine =
                me.stream().map(each -> each.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return IcsReader.read(ics, new IcsReader.Origin(method, calendar, received, mine), new Refusals());
    }

    private static Path path(String place) {
        try {
            if (place == null || place.isBlank()) {
                throw new Trouble("A calendar needs a place: the path of an .ics file or of a folder of them.");
            }
            if (place.regionMatches(true, 0, "file:", 0, 5)) {
                return Path.of(URI.create(place));
            }
            if (place.matches("(?i)[a-z][a-z0-9+.-]+://.*")) {
                throw new Trouble("A calendar is read from files, not from the network: "
                        + "save it as an .ics file, or let a sync tool keep one, and add that path.");
            }
            return Path.of(place);
        } catch (InvalidPathException | FileSystemNotFoundException e) {
            throw new Trouble("“" + place + "” is no path; give that of an .ics file or of a folder of them.", e);
        } catch (IllegalArgumentException e) {
            throw new Trouble("“" + place + "” is no path; give that of an .ics file or of a folder of them.", e);
        }
    }

    private static Set<String> addresses(String list) {
        return Stream.of(list.toLowerCase(Locale.ROOT).split("[,;\\s]+"))
                .filter(each -> each.contains("@"))
                .collect(Collectors.toUnmodifiableSet());
    }
}
