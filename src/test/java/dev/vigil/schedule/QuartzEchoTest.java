package dev.vigil.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.vigil.core.port.Echo;
import dev.vigil.store.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(strings = {"H2", "PostgreSQL"})
class QuartzEchoTest {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant FAR_AHEAD = Instant.parse("2999-01-01T00:00:00Z");

    @Parameter
    String database;

    @TempDir
    Path folder;

    private final BlockingQueue<String> fired = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> polled = new LinkedBlockingQueue<>();
    private String url;
    private HikariDataSource source;
    private Echo echo;

    @BeforeEach
    void open() {
        url = database.equals("H2")
                ? "jdbc:h2:async:" + folder.resolve("echo") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
                : PostgresServer.newDatabase();
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(url);
        source = new HikariDataSource(settings);
        echo = new QuartzEcho(source, url);
    }

    @AfterEach
    void close() {
        echo.close();
        source.close();
    }

    private void restart() {
        echo.close();
        echo = new QuartzEcho(source, url);
    }

    private String next(BlockingQueue<String> queue) throws InterruptedException {
        String next = queue.poll(60, TimeUnit.SECONDS);
        assertThat(next).as("called back within a minute").isNotNull();
        return next;
    }

    @Test
    void aMomentInThePastFiresAtOnceHoweverLongAgo() throws InterruptedException {
        echo.start(fired::add, polled::add);
        echo.set("me/1/0/TICK/2020", LONG_AGO);
        assertThat(next(fired)).isEqualTo("me/1/0/TICK/2020");
    }

    @Test
    void idsOfAnyLengthAreHandedOverWhole() throws InterruptedException {
        String id = "me/1/0/REMINDER/calendar:" + "x".repeat(5_000);
        echo.set(id, LONG_AGO);
        echo.set(id + "y", FAR_AHEAD);
        echo.start(fired::add, polled::add);
        assertThat(next(fired)).isEqualTo(id);
    }

    @Test
    void aMovedWakeupFiresOnceAtItsNewMomentAndADroppedOneNever() throws InterruptedException {
        echo.set("moved", FAR_AHEAD);
        echo.set("dropped", LONG_AGO);
        echo.drop("dropped");
        echo.set("moved", LONG_AGO);
        echo.drop("never there");
        echo.start(fired::add, polled::add);
        assertThat(next(fired)).isEqualTo("moved");
        echo.set("last", LONG_AGO.plusSeconds(1));
        assertThat(next(fired)).isEqualTo("last");
        assertThat(fired).isEmpty();
    }

    @Test
    void jobsAreStillThereAfterARestart() throws InterruptedException {
        echo.set("kept", LONG_AGO);
        restart();
        echo.start(fired::add, polled::add);
        assertThat(next(fired)).isEqualTo("kept");
    }

    @Test
    void whatHasFiredDoesNotFireAgainAfterARestart() throws InterruptedException {
        echo.set("once", LONG_AGO);
        echo.start(fired::add, polled::add);
        assertThat(next(fired)).isEqualTo("once");
        restart();
        echo.set("marker", LONG_AGO);
        echo.start(fired::add, polled::add);
        assertThat(next(fired)).isEqualTo("marker");
        assertThat(fired).isEmpty();
    }

    @Test
    void mendingAddsWhatIsMissingMovesWhatIsWrongAndDropsWhatIsLeftOver() throws Exception {
        echo.set("left over", LONG_AGO);
        echo.set("wrong", FAR_AHEAD);
        echo.set("right", FAR_AHEAD);
        echo.mend(List.of(
                new Echo.Job("wrong", LONG_AGO), new Echo.Job("right", FAR_AHEAD), new Echo.Job("missing", LONG_AGO)));
        assertThat(jobs()).containsExactlyInAnyOrder("wrong", "right", "missing");
        echo.start(fired::add, polled::add);
        assertThat(Set.of(next(fired), next(fired))).containsExactlyInAnyOrder("wrong", "missing");
        echo.mend(List.of());
        assertThat(jobs()).isEmpty();
    }

    @Test
    void hundredsOfWakeupsOfOneMomentAllFire() throws InterruptedException {
        List<Echo.Job> rows = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            rows.add(new Echo.Job("w" + i, LONG_AGO));
        }
        echo.mend(rows);
        Set<String> seen = ConcurrentHashMap.newKeySet();
        echo.start(fired::add, polled::add);
        for (int i = 0; i < 500; i++) {
            assertThat(seen.add(next(fired))).as("no wake-up fires twice").isTrue();
        }
        assertThat(seen).hasSize(500);
    }

    @Test
    void aWakeupWhoseTakerFailsDoesNotStopTheOthers() throws InterruptedException {
        echo.start(
                id -> {
                    fired.add(id);
                    throw new IllegalStateException("the engine is closing");
                },
                polled::add);
        echo.set("first", LONG_AGO);
        assertThat(next(fired)).isEqualTo("first");
        echo.set("second", LONG_AGO);
        assertThat(next(fired)).isEqualTo("second");
    }

    @Test
    void aSourceIsPolledAgainAndAgainUntilItIsStopped() throws InterruptedException {
        echo.start(fired::add, polled::add);
        echo.poll("mail", Duration.ofDays(1));
        echo.poll("mail", Duration.ofMillis(100));
        assertThat(List.of(next(polled), next(polled), next(polled))).containsOnly("mail");
        echo.stopPolling("mail");
        echo.poll("calendar", Duration.ofMillis(100));
        String now = next(polled);
        while (now.equals("mail")) {
            now = next(polled); // was on its way when polling stopped
        }
        assertThat(now).isEqualTo("calendar");
    }

    @Test
    void twoSchedulersOnOneDatabaseLiveSideBySide() throws InterruptedException {
        try (Echo other = new QuartzEcho(source, url)) {
            other.set("set by the other", LONG_AGO);
            echo.start(fired::add, polled::add);
            assertThat(next(fired)).isEqualTo("set by the other");
        }
        echo.set("after the other closed", LONG_AGO);
        assertThat(next(fired)).isEqualTo("after the other closed");
    }

    @Test
    void tablesThatWereLeftHalfMadeAreMadeAnew() throws Exception {
        try (Connection connection = source.getConnection()) {
            connection.createStatement().execute("DROP INDEX idx_qrtz_ft_j_g");
            connection.createStatement().execute("DROP TABLE qrtz_cron_triggers");
        }
        restart();
        echo.set("works", LONG_AGO);
        echo.start(fired::add, polled::add);
        assertThat(next(fired)).isEqualTo("works");
    }

    private List<String> jobs() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = source.getConnection();
                ResultSet rows = connection.createStatement().executeQuery("SELECT job_name FROM qrtz_job_details")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
