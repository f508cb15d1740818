package dev.vigil.engine.acts;

import dev.vigil.core.Trouble;
import dev.vigil.core.run.SourceRow;
import dev.vigil.engine.Seal;
import dev.vigil.engine.Sources;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Adds a source; its settings are tried before it is kept, nothing is read yet. */
public final class AddSource {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,63}");
    private static final Pattern URL_PASSWORD = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://[^/@]*:[^/@]*@.*");
    private final Account account;
    private final Sources sources;
    private final Seal seal;

    public AddSource(Account account, Sources sources, Seal seal) {
        this.account = account;
        this.sources = sources;
        this.seal = seal;
    }

    /**
     * @param name null = the connector's name, with a number when that is taken
     * @param user null when none
     * @param password null when none; kept sealed
     * @throws Trouble if the connector is unknown, the name is taken, or the settings cannot be used
     */
    public SourceRow add(
            String connector, String place, String name, String user, String password, Map<String, String> options) {
        if (!sources.connectors().contains(connector)) {
            throw new Trouble("There is no connector named " + connector + "; there are "
                    + String.join(", ", sources.connectors()) + ".");
        }
        if (URL_PASSWORD.matcher(place).matches()) {
            throw new Trouble("The address carries a password; put it in a file and name that with --password-file.");
        }
        String kept = password == null ? null : seal.seal(password);
        SourceRow row = new SourceRow(
                account.person(),
                named(connector, name),
                connector,
                place,
                user,
                kept,
                options,
                null,
                null,
                0,
                null,
                List.of());
        sources.open(row).close();
        account.journal().addSource(row);
        account.heed().refresh();
        return row;
    }

    private String named(String connector, String wish) {
        Set<String> taken = account.journal().sources(account.person()).stream()
                .map(SourceRow::name)
                .collect(Collectors.toSet());
        if (wish != null) {
            if (!NAME.matcher(wish).matches()) {
                throw new Trouble("A source's name has letters, digits and . _ @ -, at most 64 of them.");
            }
            if (taken.contains(wish)) {
                throw new Trouble("There is a source named " + wish + " already; give this one another --name.");
            }
            return wish;
        }
        String free = connector;
        for (int i = 2; taken.contains(free); i++) {
            free = connector + "-" + i;
        }
        return free;
    }
}
