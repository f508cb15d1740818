package dev.vigil.schedule;

import dev.vigil.core.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Makes Quartz's own tables once, by the scripts that come with Quartz. */
final class QuartzTables {
    private static final String SCRIPTS = "/org/quartz/impl/jdbcjobstore/";

    /** Quartz's script for PostgreSQL has indexes; the one for H2 has none, and acquiring slows with every job. */
    private static final List<String> H2_INDEXES = List.of(
            "create index if not exists idx_qrtz_t_next_fire_time on qrtz_triggers(sched_name, next_fire_time)",
            "create index if not exists idx_qrtz_t_nft_st on qrtz_triggers(sched_name, trigger_state, next_fire_time)",
            "create index if not exists idx_qrtz_t_j on qrtz_triggers(sched_name, job_name, job_group)",
            "create index if not exists idx_qrtz_t_state on qrtz_triggers(sched_name, trigger_state)",
            "create index if not exists idx_qrtz_ft_trig_inst_name on qrtz_fired_triggers(sched_name, instance_name)",
            "create index if not exists idx_qrtz_ft_j_g on qrtz_fired_triggers(sched_name, job_name, job_group)");

    private QuartzTables() {}

    static void make(DataSource source, boolean postgres) {
        Jdbi jdbi = Jdbi.create(source);
        jdbi.useHandle(handle -> {
            if (exists(handle.getConnection())) {
                return;
            }
            handle.createScript(script(postgres ? "tables_postgres.sql" : "tables_h2.sql"))
                    .execute();
            if (!postgres) {
                H2_INDEXES.forEach(handle::execute);
            }
        });
    }

    private static boolean exists(Connection connection) {
        try {
            for (String name : List.of("qrtz_triggers", "QRTZ_TRIGGERS")) {
                try (ResultSet tables = connection.getMetaData().getTables(null, null, name, null)) {
                    if (tables.next()) {
                        return true;
                    }
                }
            }
            return false;
        } catch (SQLException e) {
            throw new Trouble("The database's tables cannot be listed; see that it runs, then try again.", e);
        }
    }

    private static String script(String name) {
        try (InputStream in = QuartzTables.class.getResourceAsStream(SCRIPTS + name)) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            // the script for PostgreSQL drops first and commits last; there is nothing to drop here
            return all.lines()
                    .filter(line -> !line.strip().toLowerCase(Locale.ROOT).startsWith("drop "))
                    .filter(line -> !line.strip().equalsIgnoreCase("commit;"))
                    .reduce("", (a, b) -> a + b + "\n");
        } catch (IOException e) {
            throw new IllegalStateException("Quartz comes without its script " + name, e);
        }
    }
}
