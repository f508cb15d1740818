package dev.vigil.cli;

import dev.vigil.core.Trouble;
import dev.vigil.core.run.SourceRow;
import dev.vigil.engine.acts.AddSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "add", description = "Adds a source; `vigil source check` then reads it from end to end.")
final class SourceAddCommand implements Runnable {
    private final Door door;

    @Parameters(index = "0", paramLabel = "CONNECTOR", description = "mail, calendar or health.")
    private String connector;

    @Parameters(index = "1", paramLabel = "PATH|URL", description = "A file, a folder, or an address.")
    private String place;

    @Option(names = "--name", description = "How to call it; by default as the connector.")
    private String name;

    @Option(names = "--user", description = "The account's user.")
    private String user;

    @Option(names = "--password-file", description = "A file whose first line is the password.")
    private String passwordFile;

    @Option(names = "--option", paramLabel = "K=V", description = "An option of the connector; may be repeated.")
    private Map<String, String> options;

    SourceAddCommand(Door door) {
        this.door = door;
    }

    @Override
    public void run() {
        Rooms rooms = door.rooms();
        SourceRow row = new AddSource(rooms.account(), rooms.sources(), rooms.seal())
                .add(connector, absolute(place), name, user, password(), options == null ? Map.of() : options);
        door.say("Added " + row.name() + " (" + row.connector() + "): " + Show.plain(row.place()));
    }

    private String absolute(String place) {
        if (place.matches("(?i)[a-z][a-z0-9+.-]*://.*")) {
            return place;
        }
        Path path = door.path(place);
        if (!Files.isReadable(path)) {
            throw new Trouble(Files.exists(path) ? path + " cannot be read." : "There is no " + path + ".");
        }
        return path.toString();
    }

    private String password() {
        if (passwordFile == null) {
            return null;
        }
        String first = door.text(passwordFile).lines().findFirst().orElse("");
        if (first.isEmpty()) {
            throw new Trouble("The first line of " + passwordFile + " is empty: expected the password.");
        }
        return first;
    }
}
