package dev.vigil.schedule;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.vigil.store.PostgresServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contract on both databases. */
class QuartzEchoTest {
    /** One pool a database, closed after the scheduler. */
    abstract static class Pooled extends EchoContract {
        private final List<HikariDataSource> pools = new ArrayList<>();

        @Override
        DataSource connect(String jdbcUrl) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(jdbcUrl);
            config.setMaximumPoolSize(5);
            HikariDataSource pool = new HikariDataSource(config);
            pools.add(pool);
            return pool;
        }

        @Override
        @AfterEach
        void close() {
            super.close();
            pools.forEach(HikariDataSource::close);
        }
    }

    @Nested
    class OnH2 extends Pooled {
        @TempDir
        Path folder;

        @Override
        String newUrl() {
            // as the store opens it: Quartz interrupts its own threads when it ends, which closes a plain file
            return "jdbc:h2:async:" + folder.resolve(UUID.randomUUID().toString()) + ";WRITE_DELAY=0";
        }
    }

    @Nested
    class OnPostgres extends Pooled {
        @Override
        String newUrl() {
            return PostgresServer.newDatabase();
        }
    }
}
