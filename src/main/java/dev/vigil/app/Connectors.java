package dev.vigil.app;

import dev.vigil.connectors.calendar.CalendarConnector;
import dev.vigil.connectors.health.HealthConnector;
import dev.vigil.connectors.mail.MailConnector;
import dev.vigil.core.Trouble;
import dev.vigil.core.port.Connector;
import dev.vigil.core.port.Source;
import dev.vigil.core.run.SourceRow;
import dev.vigil.engine.Seal;
import dev.vigil.engine.Sources;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The one list of connectors: a connector's folder and its line here are all that there is of it. */
final class Connectors implements Sources {
    static List<Connector> all(InstantSource clock) {
        return List.of(
                new MailConnector((ics, method) ->
                        CalendarConnector.parse(ics, method.isEmpty() ? null : method, "", clock.instant(), Set.of())),
                new CalendarConnector(),
                new HealthConnector(clock));
    }

    private final TreeMap<String, Connector> byName = new TreeMap<>();
    private final Seal seal;

    Connectors(List<Connector> connectors, Seal seal) {
        connectors.forEach(connector -> byName.put(connector.name(), connector));
        this.seal = seal;
    }

    @Override
    public SortedSet<String> connectors() {
        return new TreeSet<>(byName.keySet());
    }

    @Override
    public Source open(SourceRow row) {
        Connector connector = byName.get(row.connector());
        if (connector == null) {
            throw new Trouble("The connector " + row.connector() + " of " + row.name()
                    + " is not installed; remove the source or put its connector back.");
        }
        String password = row.sealed() == null ? null : seal.unseal(row.sealed());
        return connector.open(new Connector.Settings(row.name(), row.place(), row.user(), password, row.options()));
    }
}
