package dev.vigil.engine.watchman;

import dev.vigil.core.port.Calendars;
import dev.vigil.core.port.Judge;
import dev.vigil.core.port.Recurrences;
import dev.vigil.core.port.Telling;
import dev.vigil.core.watch.MailKind;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * What a watchman works with.
 *
 * @param me the person's addresses, lower-case; empty = what Delivered-To says
 * @param connectors names of the connectors that can bring something
 * @param kinds kinds of mail that somebody here can tell, if only where the mail declares them
 * @param certain kinds that are told of every mail, so that their absence means something
 */
public record Setup(
        String person,
        ZoneId zone,
        Set<String> me,
        Set<String> connectors,
        Set<MailKind> kinds,
        Set<MailKind> certain,
        Judge judge,
        Calendars calendars,
        Recurrences recurrences,
        Telling telling,
        Routing routing) {
    public Setup {
        me = Set.copyOf(me);
        connectors = Set.copyOf(connectors);
        kinds = Set.copyOf(kinds);
        certain = Set.copyOf(certain);
    }

    Needs needs() {
        return new Needs(connectors, kinds, certain);
    }

    /** Which channels take a notice. */
    public interface Routing {
        List<String> channels(String act, String detail, boolean urgent);
    }
}
