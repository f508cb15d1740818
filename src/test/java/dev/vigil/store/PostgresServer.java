package dev.vigil.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL for the tests of this JVM, on a free port, its binaries from Maven.
 *
 * <p>PostgreSQL refuses to run as root, and a container is often root without the right to make a user namespace: there
 * the server runs as nobody, through Debian's setpriv. An ordinary user runs it as themselves.
 */
public final class PostgresServer {
    private static final PostgresServer SHARED = new PostgresServer();

    private final AtomicInteger databases = new AtomicInteger();
    private int port;

    private PostgresServer() {}

    /** @return the JDBC URL of a new, empty database; no password is needed */
    public static String newDatabase() {
        return SHARED.create();
    }

    private synchronized String create() {
        if (port == 0) {
            port = isRoot() ? PostgresAsNobody.start() : startAsMyself();
        }
        String name = "test" + databases.incrementAndGet();
        try (var connection = DriverManager.getConnection(url("postgres"));
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return url(name);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=postgres";
    }

    /** Stopped and cleaned up by its own shutdown hook. */
    private static int startAsMyself() {
        try {
            return EmbeddedPostgres.builder().start().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }
}
