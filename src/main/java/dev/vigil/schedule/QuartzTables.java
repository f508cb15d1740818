package dev.vigil.schedule;

import dev.vigil.core.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

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

    /** Made last, by either way: with it, all are there. */
    private static final String LAST = "idx_qrtz_ft_j_g";

    private static final List<String> TABLES = List.of(
            "fired_triggers",
            "paused_trigger_grps",
            "scheduler_state",
            "locks",
            "simple_triggers",
            "cron_triggers",
            "simprop_triggers",
            "blob_triggers",
            "triggers",
            "job_details",
            "calendars");

    /** Any number will do that nothing else in this database locks by. */
    private static final long LOCK = 0x566967696CL;

    private final Jdbi jdbi;
    private final boolean postgres;

    QuartzTables(DataSource source, boolean postgres) {
        this.jdbi = Jdbi.create(source);
        this.postgres = postgres;
    }

    /** Half-made ones (the process was killed meanwhile) are made anew: what they hold is an echo. */
    void make() {
        attempt(() -> jdbi.useTransaction(handle -> {
            if (postgres) {
                handle.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
            }
            if (complete(handle.getConnection())) {
                return;
            }
            TABLES.forEach(table -> handle.execute("DROP TABLE IF EXISTS qrtz_" + table + " CASCADE"));
            handle.createScript(script(postgres ? "tables_postgres.sql" : "tables_h2.sql"))
                    .execute();
            if (!postgres) {
                H2_INDEXES.forEach(handle::execute);
            }
        }));
    }

    /** When the jobs of a group fire next, in epoch milliseconds; read in one go, for there may be many. */
    Map<String, Long> firingTimes(String group) {
        Map<String, Long> times = new HashMap<>();
        attempt(() -> jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT job_name, next_fire_time FROM qrtz_triggers
                        WHERE job_group = :group AND trigger_state <> 'ERROR'""")
                .bind("group", group)
                .map((columns, context) -> times.put(columns.getString(1), columns.getLong(2)))
                .list()));
        return times;
    }

    private interface Work {
        void run() throws SQLException;
    }

    private static void attempt(Work work) {
        try {
            work.run();
        } catch (JdbiException | SQLException e) {
            throw new Trouble("The scheduler's tables cannot be used; see whether the database can be reached.", e);
        }
    }

    private static boolean complete(Connection connection) throws SQLException {
        for (String table : List.of("qrtz_fired_triggers", "QRTZ_FIRED_TRIGGERS")) {
            try (ResultSet indexes = connection
                    .getMetaData()
                    .getIndexInfo(connection.getCatalog(), connection.getSchema(), table, false, true)) {
                while (indexes.next()) {
                    if (LAST.equalsIgnoreCase(indexes.getString("INDEX_NAME"))) {
                        return true;
                    }
                }
            }
        }
        return false;
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
