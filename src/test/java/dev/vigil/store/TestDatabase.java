package dev.vigil.store;

import dev.vigil.core.port.Journal;
import dev.vigil.core.watch.Action;
import dev.vigil.core.watch.Span;
import dev.vigil.core.watch.Trigger;
import dev.vigil.core.watch.Watch;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** The databases that every test of the store runs on. */
enum TestDatabase {
    H2 {
        @Override
        String newUrl(Path folder) {
            return "jdbc:h2:file:" + folder.resolve(UUID.randomUUID().toString());
        }
    },
    POSTGRESQL {
        @Override
        String newUrl(Path folder) {
            return PostgresServer.newDatabase();
        }
    };

    /** What the codec below makes of every proposal that it can read. */
    static final Watch WATCH = new Watch(
            List.of(new Trigger.Time(null, Span.ofDays(1), null, List.of(), null)),
            List.of(),
            List.of(new Action.Notify("floss", false, null)),
            Watch.Repeat.ONCE,
            null);

    abstract String newUrl(Path folder);

    static JdbiJournal open(String url) {
        return JdbiJournal.open(url, null, null, TestDatabase::read);
    }

    JdbiJournal open(Path folder) {
        return open(newUrl(folder));
    }

    private static Watch read(String proposal) {
        if (proposal.contains("written tomorrow")) {
            throw new IllegalArgumentException("unknown trigger");
        }
        return WATCH;
    }

    /** Closes and opens again, as a restart does. */
    static Journal reopened(Journal journal, String url) {
        journal.close();
        return open(url);
    }
}
