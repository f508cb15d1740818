package dev.vigil.engine.deliver;

import static dev.vigil.engine.deliver.Outgoing.ANN;
import static dev.vigil.engine.deliver.Outgoing.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.core.Trouble;
import dev.vigil.core.port.Journal;
import dev.vigil.core.run.Delivery;
import dev.vigil.core.run.Delivery.State;
import dev.vigil.notify.NtfyServer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CourierTest {
    private static final Instant IN_THREE_DAYS = NOON.plus(Duration.ofDays(3));

    private final Outgoing outbox = new Outgoing();
    private final NtfyServer server = outbox.server;
    private final Courier courier = outbox.courier(outbox.journal);

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void a_notice_goes_to_each_of_its_channels_once() {
        outbox.post("n1", "notify", "terminal", "ntfy");

        assertThat(courier.drain()).isEqualTo(2);
        assertThat(courier.drain()).isZero();

        assertThat(outbox.shown()).containsExactly("n1");
        assertThat(outbox.sent()).containsExactly("n1");
        assertThat(outbox.of("n1", "ntfy"))
                .extracting(Delivery::state, Delivery::attempts, Delivery::fate)
                .containsExactly(State.DELIVERED, 1, "Delivered.");
        assertThat(courier.next()).isEmpty();
    }

    @Test
    void after_a_failure_the_same_id_goes_out_again_when_its_time_has_come() {
        server.answering(500).answering(200);
        outbox.post("n1", "notify", "ntfy");

        assertThat(courier.drain()).isZero();
        Instant next = courier.next().orElseThrow();
        assertThat(next).isBetween(NOON.plusSeconds(60), NOON.plusSeconds(72));
        assertThat(outbox.of("n1", "ntfy"))
                .extracting(Delivery::state, Delivery::attempts, Delivery::next, Delivery::fate)
                .containsExactly(State.WAITING, 1, next, null);
        assertThat(courier.troubles()).containsOnlyKeys("ntfy");

        outbox.now = next.minusMillis(1);
        assertThat(courier.drain()).isZero();
        outbox.now = next;
        assertThat(courier.drain()).isEqualTo(1);
        assertThat(outbox.sent()).containsExactly("n1", "n1");
        assertThat(courier.troubles()).isEmpty();
    }

    @Test
    void what_is_refused_for_good_is_failed_with_the_sentence() {
        server.answering(403);
        outbox.post("n1", "notify", "ntfy");
        outbox.post("n2", "notify", "ntfy");

        assertThat(courier.drain()).isEqualTo(1);

        assertThat(outbox.of("n1", "ntfy").state()).isEqualTo(State.FAILED);
        assertThat(outbox.of("n1", "ntfy").fate()).contains("check the token");
        assertThat(outbox.of("n2", "ntfy").state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void after_three_days_of_failures_it_is_given_up_and_says_so() {
        server.close();
        outbox.post("n1", "notify", "ntfy");

        int tries = 0;
        while (courier.next().isPresent()) {
            outbox.now = courier.next().orElseThrow();
            courier.drain();
            tries++;
        }

        Delivery given = outbox.of("n1", "ntfy");
        assertThat(given.state()).isEqualTo(State.FAILED);
        assertThat(given.fate())
                .isEqualTo("Given up after " + tries
                        + " tries in more than 3 days. The ntfy server could not be reached.");
        assertThat(outbox.now).isBetween(IN_THREE_DAYS, IN_THREE_DAYS.plus(Duration.ofHours(6)));
        assertThat(tries).isBetween(18, 30);
    }

    @Test
    void a_machine_that_slept_for_a_week_tries_before_it_gives_up() {
        server.answering(503).answering(200);
        outbox.post("n1", "notify", "ntfy");
        outbox.pass(Duration.ofDays(7));

        courier.drain();
        outbox.now = courier.next().orElseThrow();

        assertThat(courier.drain()).isEqualTo(1);
    }

    @Test
    void a_dead_channel_stops_no_other_and_is_not_hammered() {
        server.close();
        for (int i = 0; i < 20; i++) {
            outbox.post("n" + i, "notify", "ntfy", "terminal");
        }

        assertThat(courier.drain()).isEqualTo(20);

        assertThat(outbox.shown()).hasSize(20);
        assertThat(outbox.journal.deliveries(ANN, 100).stream()
                        .filter(delivery -> delivery.channel().equals("ntfy"))
                        .mapToInt(Delivery::attempts)
                        .sum())
                .isEqualTo(2);
        assertThat(courier.next().orElseThrow()).isBetween(NOON.plusSeconds(60), NOON.plusSeconds(72));
    }

    @Test
    void a_channel_that_comes_back_gets_everything_in_order() {
        server.answering(503).answering(503).answering(503).answering(503);
        outbox.post("n1", "notify", "ntfy");
        outbox.post("n2", "notify", "ntfy");
        outbox.post("n3", "notify", "ntfy");
        courier.drain();
        outbox.now = courier.next().orElseThrow();
        courier.drain();
        assertThat(courier.next().orElseThrow()).isAfter(outbox.now.plusSeconds(100));

        outbox.pass(Duration.ofSeconds(10));
        outbox.post("n4", "notify", "ntfy");
        assertThat(courier.drain()).isEqualTo(4);

        assertThat(outbox.sent()).endsWith("n1", "n2", "n3", "n4");
    }

    @Test
    void one_notice_that_fails_alone_does_not_hold_up_those_behind_it() {
        server.answering(500);
        outbox.post("n1", "notify", "ntfy");
        outbox.post("n2", "notify", "ntfy");
        outbox.post("n3", "notify", "ntfy");

        assertThat(courier.drain()).isEqualTo(2);
        outbox.pass(Duration.ofSeconds(5));
        outbox.post("n4", "notify", "ntfy");
        courier.drain();

        assertThat(outbox.sent()).containsExactly("n1", "n2", "n3", "n4");
        assertThat(outbox.of("n1", "ntfy").attempts()).isEqualTo(1);
    }

    @Test
    void a_server_that_asks_for_a_break_gets_it_from_every_notice() {
        server.answering(429, Map.of("Retry-After", "600"), "");
        outbox.post("n1", "notify", "ntfy");
        outbox.post("n2", "notify", "ntfy");

        courier.drain();
        assertThat(outbox.sent()).containsExactly("n1");
        assertThat(courier.next()).contains(NOON.plusSeconds(600));

        outbox.pass(Duration.ofSeconds(599));
        outbox.post("n3", "notify", "ntfy");
        assertThat(courier.drain()).isZero();
        assertThat(courier.next()).contains(NOON.plusSeconds(600));
        outbox.pass(Duration.ofSeconds(1));
        assertThat(courier.drain()).isEqualTo(3);
        assertThat(outbox.sent()).containsExactly("n1", "n1", "n2", "n3");
    }

    @Test
    void a_page_full_of_one_dead_channel_does_not_hide_another() {
        server.close();
        for (int i = 0; i < 1_100; i++) {
            outbox.post("n" + i, "notify", "ntfy");
        }
        outbox.pass(Duration.ofSeconds(1));
        outbox.post("last", "notify", "terminal");

        assertThat(courier.drain()).isEqualTo(1);
        assertThat(outbox.shown()).containsExactly("last");
    }

    @Test
    void a_crash_between_send_and_record_repeats_the_same_id() {
        AtomicBoolean diskFull = new AtomicBoolean(true);
        outbox.post("n1", "notify", "ntfy");
        Courier crashing = outbox.courier(failingToRecord(outbox.journal, diskFull));

        assertThatThrownBy(crashing::drain).isInstanceOf(Trouble.class);
        diskFull.set(false);

        assertThat(courier.drain()).isEqualTo(1);
        assertThat(outbox.sent()).containsExactly("n1", "n1");
    }

    @Test
    void the_channels_with_something_due_are_named_the_troubled_last() {
        server.answering(500);
        outbox.post("n1", "notify", "ntfy", "terminal");
        assertThat(courier.ready()).containsExactly("ntfy", "terminal");
        courier.drain();
        outbox.pass(Duration.ofMinutes(2));
        outbox.post("n2", "notify", "ntfy", "terminal");

        assertThat(courier.ready()).containsExactly("terminal", "ntfy");
        assertThat(courier.drain("terminal")).isEqualTo(1);
        assertThat(courier.ready()).containsExactly("ntfy");
    }

    @Test
    void two_threads_that_drain_at_once_send_nothing_twice() throws Exception {
        for (int i = 0; i < 20; i++) {
            outbox.post("n" + i, "notify", "ntfy", "terminal");
        }
        Thread other = new Thread(courier::drain);
        other.start();
        courier.drain();
        other.join();
        courier.drain();

        assertThat(outbox.sent()).hasSize(20).doesNotHaveDuplicates();
        assertThat(outbox.shown()).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void notices_that_are_given_up_do_not_each_cost_a_try_of_a_dead_channel() {
        server.close();
        for (int i = 0; i < 10; i++) {
            outbox.post("n" + i, "notify", "ntfy");
            Delivery delivery = outbox.of("n" + i, "ntfy");
            outbox.journal.tried(new Delivery(delivery.notice(), "ntfy", State.WAITING, 5, NOON, null));
        }
        outbox.pass(Duration.ofDays(4));

        courier.drain();

        assertThat(outbox.journal.backlog(ANN)).isEqualTo(8);
    }

    /** The same journal, on a disk that is full while {@code diskFull}. */
    private static Journal failingToRecord(Journal journal, AtomicBoolean diskFull) {
        return (Journal) Proxy.newProxyInstance(
                Journal.class.getClassLoader(), new Class<?>[] {Journal.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("tried") && diskFull.get()) {
                        throw new Trouble("The disk is full; make room.");
                    }
                    try {
                        return method.invoke(journal, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
