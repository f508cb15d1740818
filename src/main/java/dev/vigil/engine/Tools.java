package dev.vigil.engine;

import dev.vigil.core.port.Calendars;
import dev.vigil.core.port.Judge;
import dev.vigil.core.port.Recurrences;
import dev.vigil.core.port.Telling;
import dev.vigil.core.watch.MailKind;
import dev.vigil.engine.watchman.Setup;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the engine is built with.
 *
 * @param judges makes a judge for each watchman
 * @param kinds kinds of mail that somebody here can tell, if only where the mail declares them
 * @param certain kinds that are told of every mail
 */
public record Tools(
        Supplier<Judge> judges,
        Calendars calendars,
        Recurrences recurrences,
        Telling telling,
        Set<MailKind> kinds,
        Set<MailKind> certain) {

    public Setup setup(String person, ZoneId zone, Set<String> me, Set<String> connectors, Setup.Routing routing) {
        return new Setup(
                person, zone, me, connectors, kinds, certain, judges.get(), calendars, recurrences, telling, routing);
    }
}
