package dev.vigil.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.core.port.Echo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every database must do for the scheduler's jobs. That something does not fire is shown by what fires after it:
 * nothing here waits for a span of time to pass.
 */
abstract class EchoContract {
    private static final int PATIENCE_SECONDS = 60;
    /** Short enough to wait for, long enough that what precedes it is done by then. */
    private static final Duration SOON = Duration.ofMillis(1_500);

    private final LinkedBlockingQueue<String> fired = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> polled = new LinkedBlockingQueue<>();
    private String url;
    private DataSource source;
    private Echo echo;

    abstract String newUrl();

    abstract DataSource connect(String jdbcUrl);

    @BeforeEach
    void open() {
        url = newUrl();
        source = connect(url);
        echo = new QuartzEcho(source, url);
    }

    @AfterEach
    void close() {
        echo.close();
    }

    private void start() {
        echo.start(fired::add, polled::add);
    }

    private void restart() {
        echo.close();
        echo = new QuartzEcho(source, url);
        start();
    }

    private String next() throws InterruptedException {
        return fired.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static Instant soon() {
        return Instant.now().plus(SOON);
    }

    @Test
    void a_set_moment_calls_back_with_its_id_once_and_not_before() throws Exception {
        start();
        Instant due = soon();

        echo.set("me/1/0/TICK/one", due);

        assertThat(next()).isEqualTo("me/1/0/TICK/one");
        assertThat(Instant.now()).isAfterOrEqualTo(due.minusMillis(1));
        echo.set("me/2/0/TICK/later", soon());
        assertThat(next()).isEqualTo("me/2/0/TICK/later");
        assertThat(fired).isEmpty();
    }

    @Test
    void moments_in_the_past_fire_at_once_however_long_ago_they_were() throws Exception {
        start();
        echo.set("just now", Instant.now().minusSeconds(2));
        echo.set("an hour ago", Instant.now().minus(Duration.ofHours(1)));
        echo.set("a year ago", Instant.now().minus(Duration.ofDays(365)));

        // quartz looks for misfires once a minute; half of that shows that nobody waits for it
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            seen.add(fired.poll(PATIENCE_SECONDS / 2, TimeUnit.SECONDS));
        }
        assertThat(seen).containsExactlyInAnyOrder("just now", "an hour ago", "a year ago");
    }

    @Test
    void set_again_moves_a_moment() throws Exception {
        start();
        echo.set("sooner", Instant.now().plus(Duration.ofDays(1)));
        echo.set("later", soon());

        echo.set("later", Instant.now().plus(Duration.ofDays(1)));
        echo.set("sooner", soon());
        assertThat(next()).isEqualTo("sooner");
        echo.set("last", soon());

        assertThat(next()).isEqualTo("last");
    }

    @Test
    void a_dropped_moment_never_comes_and_dropping_it_again_does_no_harm() throws Exception {
        start();
        echo.set("dropped", soon());
        echo.drop("dropped");
        echo.drop("dropped");
        echo.set("kept", soon());

        assertThat(next()).isEqualTo("kept");
        assertThat(fired).isEmpty();
    }

    @Test
    void mending_adds_what_is_missing_moves_what_differs_and_drops_what_is_left_over() throws Exception {
        Instant due = soon();
        echo.set("left over", due);
        echo.set("equal", due);
        echo.set("moved", Instant.now().plus(Duration.ofDays(1)));

        echo.mend(List.of(new Echo.Job("equal", due), new Echo.Job("moved", due), new Echo.Job("missing", due)));
        start();

        List<String> seen = List.of(next(), next(), next());
        assertThat(seen).containsExactlyInAnyOrder("equal", "moved", "missing");
        echo.set("last", soon());
        assertThat(next()).isEqualTo("last");
    }

    @Test
    void a_restart_keeps_jobs_and_fires_none_again() throws Exception {
        start();
        echo.set("before", Instant.now());
        assertThat(next()).isEqualTo("before");
        echo.set("after", soon());

        restart();

        assertThat(next()).isEqualTo("after");
        echo.set("last", soon());
        assertThat(next()).isEqualTo("last");
    }

    @Test
    void ids_longer_than_the_tables_columns_come_back_whole_and_stay_apart() throws Exception {
        start();
        String stem = "me/1/0/REMINDER/calendar:" + "ü/😀".repeat(300);

        echo.set(stem + "a", Instant.now());
        echo.set(stem + "b", Instant.now());

        assertThat(List.of(next(), next())).containsExactlyInAnyOrder(stem + "a", stem + "b");
        echo.set(stem + "c", soon());
        echo.drop(stem + "c");
        echo.set("last", soon());
        assertThat(next()).isEqualTo("last");
    }

    @Test
    void three_hundred_jobs_of_one_moment_all_fire_once() throws Exception {
        List<Echo.Job> jobs = new ArrayList<>();
        Instant due = Instant.now();
        for (int i = 0; i < 300; i++) {
            jobs.add(new Echo.Job("job " + i, due));
        }
        echo.mend(jobs);
        start();

        List<String> seen = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            seen.add(next());
        }
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        jobs.stream().map(Echo.Job::wakeupId).toList());
        echo.set("last", Instant.now());
        assertThat(next()).isEqualTo("last");
    }

    @Test
    void a_job_that_is_called_back_may_set_its_own_next_moment() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        echo.start(
                id -> {
                    if (calls.incrementAndGet() == 1) {
                        echo.set(id, Instant.now());
                    }
                    fired.add(id);
                },
                polled::add);
        echo.set("again", Instant.now());

        assertThat(List.of(next(), next())).containsExactly("again", "again");
    }

    @Test
    void two_databases_in_one_process_do_not_share_their_jobs() throws Exception {
        String otherUrl = newUrl();
        LinkedBlockingQueue<String> elsewhere = new LinkedBlockingQueue<>();
        try (Echo other = new QuartzEcho(connect(otherUrl), otherUrl)) {
            start();
            other.start(elsewhere::add, id -> {});
            other.set("theirs", Instant.now());
            echo.set("ours", Instant.now());

            assertThat(next()).isEqualTo("ours");
            assertThat(elsewhere.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("theirs");
        }
        assertThat(fired).isEmpty();
    }

    @Test
    void a_source_is_polled_again_and_again_until_polling_stops() throws Exception {
        start();
        echo.poll("mail", Duration.ofMillis(50));
        for (int i = 0; i < 3; i++) {
            assertThat(polled.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("mail");
        }
        echo.stopPolling("mail");
        echo.stopPolling("mail");
        polled.clear();

        echo.poll("calendar", Duration.ofMillis(50));
        echo.poll("calendar", Duration.ofMillis(50));

        List<String> seen = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            seen.add(polled.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
        }
        // one poll may have been under way when it was stopped
        assertThat(seen.subList(1, 5)).containsOnly("calendar");
    }
}
