package dev.vigil.engine.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "1,PT1M,PT1M12S",
        "2,PT2M,PT2M24S",
        "3,PT4M,PT4M48S",
        "9,PT4H16M,PT5H7M12S",
        "10,PT5H,PT6H",
        "1000000,PT5H,PT6H"
    })
    void the_wait_doubles_and_is_stretched_by_up_to_a_fifth(int attempts, Duration least, Duration most) {
        IntStream.range(0, 200)
                .mapToObj(notice -> Backoff.USUAL.after(attempts, "n" + notice))
                .forEach(wait -> assertThat(wait).isBetween(least, most));
    }

    @Test
    void notices_that_failed_together_do_not_come_back_together() {
        List<Duration> waits = IntStream.range(0, 200)
                .mapToObj(notice -> Backoff.USUAL.after(3, "n" + notice))
                .toList();

        assertThat(waits.stream().distinct().count()).isGreaterThan(150);
        assertThat(waits.stream().mapToLong(Duration::toMillis).average().orElseThrow())
                .isBetween(258_000.0, 270_000.0);
    }

    @Test
    void a_restart_changes_no_wait() {
        assertThat(Stream.generate(() -> Backoff.USUAL.after(4, "n")).limit(3).distinct())
                .hasSize(1);
    }

    @Test
    void a_notice_is_given_up_after_three_days_and_five_tries() {
        assertThat(Backoff.USUAL.spent(100, NOON, NOON.plus(Duration.ofDays(3)).minusMillis(1)))
                .isFalse();
        assertThat(Backoff.USUAL.spent(4, NOON, NOON.plus(Duration.ofDays(30)))).isFalse();
        assertThat(Backoff.USUAL.spent(5, NOON, NOON.plus(Duration.ofDays(3)))).isTrue();
    }
}
