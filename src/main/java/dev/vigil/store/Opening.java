package dev.vigil.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.vigil.core.Trouble;
import java.util.Locale;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;

/** Opens a database by its JDBC URL and brings its tables up to date. */
final class Opening {
    private static final int CONNECTIONS = 16;

    private Opening() {}

    static Database open(String jdbcUrl, String user, String password) {
        String where = withoutParameters(jdbcUrl);
        HikariDataSource pool;
        try {
            pool = new HikariDataSource(settings(jdbcUrl, user, password));
        } catch (RuntimeException e) {
            throw DatabaseTrouble.opening(where, e);
        }
        try {
            migrate(pool, where);
            return new Database(pool);
        } catch (FlywayException e) {
            pool.close();
            throw DatabaseTrouble.opening(where, e);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static HikariConfig settings(String jdbcUrl, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(durable(jdbcUrl));
        config.setUsername(user);
        config.setPassword(password);
        config.setPoolName("vigil-store");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionTimeout(15_000);
        config.setInitializationFailTimeout(1);
        return config;
    }

    /**
     * Adds what makes an acknowledged commit survive a kill. H2 otherwise writes up to half a second later and closes
     * itself in a shutdown hook while others still write; and a thread that is interrupted while it writes would close
     * the file for everybody, unless the file is opened as {@code async:}.
     */
    static String durable(String jdbcUrl) {
        String lower = jdbcUrl.toLowerCase(Locale.ROOT);
        if (lower.startsWith("jdbc:postgresql:")) {
            return jdbcUrl + (jdbcUrl.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true&ApplicationName=vigil";
        }
        if (!lower.startsWith("jdbc:h2:")) {
            throw new Trouble(
                    "Vigil keeps its data in H2 or PostgreSQL; give a URL that begins with jdbc:h2: or jdbc:postgresql:.");
        }
        String rest = jdbcUrl.substring("jdbc:h2:".length());
        if (rest.startsWith("file:")) {
            rest = "async:" + rest.substring("file:".length());
        } else if (rest.startsWith("/") || rest.startsWith("~") || rest.startsWith(".")) {
            rest = "async:" + rest;
        }
        return "jdbc:h2:" + rest + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=60000";
    }

    private static void migrate(HikariDataSource pool, String where) {
        Flyway flyway = Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/migration")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
        for (var migration : flyway.info().all()) {
            if (migration.getState() == MigrationState.FUTURE_SUCCESS
                    || migration.getState() == MigrationState.FUTURE_FAILED) {
                throw new Trouble("The database " + where
                        + " was written by a newer Vigil; install that version, or set VIGIL_HOME to another folder.");
            }
        }
        flyway.migrate();
    }

    private static String withoutParameters(String jdbcUrl) {
        return jdbcUrl.split("[;?]", 2)[0];
    }
}
