package dev.vigil.app;

import dev.vigil.engine.acts.Checkup.Proof;
import java.nio.file.Files;
import java.util.List;

/** Looks at what the installation rests on, apart from what lies in the database. */
final class Machine {
    private static final int OLDEST_JAVA = 17;

    private Machine() {}

    static List<Proof> look(Home home, Config config, boolean running) {
        return List.of(java(), folder(home), engine(running), zone(config), database(home, config));
    }

    private static Proof java() {
        String version = System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")";
        return Runtime.version().feature() >= OLDEST_JAVA
                ? Proof.good("java", version)
                : Proof.bad("java", version, "Install Java " + OLDEST_JAVA + " or newer.");
    }

    private static Proof folder(Home home) {
        String part = "folder";
        if (!Files.exists(home.dir())) {
            return Proof.good(part, home.dir() + ", not made yet");
        }
        if (!Files.isWritable(home.dir())) {
            return Proof.bad(part, home.dir() + " cannot be written", "Set VIGIL_HOME to a folder of your own.");
        }
        return home.isPrivate()
                ? Proof.good(part, home.dir().toString())
                : Proof.bad(part, home.dir() + " is open to others", "Run: chmod 700 " + home.dir());
    }

    private static Proof engine(boolean running) {
        return running
                ? Proof.good(
                        "engine", "running, process " + ProcessHandle.current().pid())
                : Proof.bad("engine", "not running", "Start `vigil run`, so that watches are kept.");
    }

    private static Proof zone(Config config) {
        return Proof.good("zone", config.zone().getId());
    }

    private static Proof database(Home home, Config config) {
        return Proof.good("database", config.text(Key.DATABASE_URL).orElse("a file in " + home.dir()));
    }
}
