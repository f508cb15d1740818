package dev.vigil.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vigil.core.port.Channel.Undelivered;
import dev.vigil.core.run.Notice;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NtfyChannelTest {
    private static final Notice NOTICE = Notices.saying("Grüße: the dog food is back");

    private NtfyServer server;

    @BeforeEach
    void begin() throws IOException {
        server = new NtfyServer();
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void a_notice_is_posted_to_the_topic_with_title_tags_and_its_id() throws Exception {
        channel(null).send(NOTICE);

        NtfyServer.Published published = server.published().get(0);
        assertThat(published.path()).isEqualTo("/my-topic");
        assertThat(published.text()).isEqualTo("Grüße: the dog food is back");
        assertThat(published.headers().getFirst("X-Title")).isEqualTo("Vigil, watch 3");
        assertThat(published.headers().getFirst("X-Tags")).isEqualTo("bell");
        assertThat(published.headers().getFirst("X-Sequence-ID")).isEqualTo("n-1");
        assertThat(published.headers()).doesNotContainKeys("X-Priority", "Authorization");
    }

    @Test
    void an_urgent_one_has_priority_and_the_token_goes_along() throws Exception {
        channel(() -> "tk_secret").send(Notices.urgent("the stove"));

        NtfyServer.Published published = server.published().get(0);
        assertThat(published.headers().getFirst("X-Priority")).isEqualTo("urgent");
        assertThat(published.headers().getFirst("Authorization")).isEqualTo("Bearer tk_secret");
    }

    @Test
    void an_id_that_ntfy_would_refuse_goes_as_its_digest_always_the_same() throws Exception {
        Notice odd = Notices.notice("ann/3/mail:1@shop.example/0", "notify", "floss", "", false);
        channel(null).send(odd);
        channel(null).send(odd);

        assertThat(server.published())
                .extracting(published -> published.headers().getFirst("X-Sequence-ID"))
                .allMatch(id -> id.matches("[0-9a-f]{32}"))
                .hasSize(2)
                .containsOnly(server.published().get(0).headers().getFirst("X-Sequence-ID"));
    }

    @Test
    void a_long_text_stays_below_what_ntfy_takes_for_a_message() throws Exception {
        channel(null).send(Notices.saying("ä".repeat(10_000)));

        assertThat(server.published().get(0).text().getBytes(StandardCharsets.UTF_8))
                .hasSizeBetween(3_900, 4_000);
        assertThat(server.published().get(0).text()).endsWith("…");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503})
    void trouble_of_the_server_is_worth_another_try(int status) {
        server.answering(status);

        assertThat(failure(NOTICE).again()).isTrue();
    }

    @Test
    void after_a_500_the_same_notice_goes_through_with_the_same_id() throws Exception {
        server.answering(500).answering(200);

        assertThat(failure(NOTICE).again()).isTrue();
        channel(null).send(NOTICE);

        assertThat(server.published())
                .extracting(published -> published.headers().getFirst("X-Sequence-ID"))
                .containsExactly("n-1", "n-1");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 413})
    void a_refusal_is_final(int status) {
        server.answering(status);

        assertThat(failure(NOTICE).again()).isFalse();
    }

    @Test
    void a_refusal_repeats_what_the_server_said_without_what_a_terminal_would_obey() {
        server.answering(400, Map.of(), "topic \u001B[31mis reserved\n");

        assertThat(failure(NOTICE)).hasMessage("The ntfy server refused the notice (400): topic is reserved");
    }

    @Test
    void a_retry_after_in_seconds_or_as_a_date_is_passed_on() {
        server.answering(429, Map.of("Retry-After", "120"), "")
                .answering(429, Map.of("Retry-After", "Sat, 21 Nov 2026 18:05:00 GMT"), "")
                .answering(503, Map.of("Retry-After", "Sat, 21 Nov 2026 17:05:00 GMT"), "")
                .answering(429, Map.of("Retry-After", "soon"), "");

        assertThat(failure(NOTICE).pause()).isEqualTo(Duration.ofMinutes(2));
        assertThat(failure(NOTICE).pause()).isEqualTo(Duration.ofMinutes(5));
        assertThat(failure(NOTICE).pause()).isNull();
        assertThat(failure(NOTICE).pause()).isNull();
    }

    @Test
    void a_redirect_is_not_followed_to_another_host_or_the_same() throws Exception {
        try (NtfyServer other = new NtfyServer()) {
            server.answering(307, Map.of("Location", other.topic()), "")
                    .answering(308, Map.of("Location", other.topic()), "")
                    .answering(302, Map.of("Location", "/login"), "");

            assertThat(failure(NOTICE).again()).isTrue();
            assertThat(failure(NOTICE)).hasMessageContaining(other.topic());
            assertThat(failure(NOTICE).again()).isTrue();

            assertThat(other.published()).isEmpty();
            assertThat(server.published())
                    .extracting(NtfyServer.Published::path)
                    .containsOnly("/my-topic");
        }
    }

    @Test
    void a_lasting_move_is_final() {
        server.answering(301, Map.of("Location", "https://elsewhere.example/my-topic"), "");

        assertThat(failure(NOTICE).again()).isFalse();
    }

    @Test
    void a_login_page_in_its_place_is_no_delivery() {
        server.answering(200, Map.of("Content-Type", "text/html; charset=utf-8"), "<html>Welcome to Hotel WiFi</html>");

        assertThat(failure(NOTICE).again()).isTrue();
    }

    @Test
    void a_server_that_says_nothing_is_given_up_after_a_while() {
        server.silent();

        assertThat(failure(NOTICE, Duration.ofMillis(200))).hasMessage("The ntfy server did not answer in time.");
    }

    @Test
    void a_body_without_end_is_not_waited_for() throws Exception {
        try (ServerSocket drip = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> {
                try (var socket = drip.accept()) {
                    socket.getOutputStream()
                            .write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nslowly"
                                    .getBytes(StandardCharsets.US_ASCII));
                    socket.getOutputStream().flush();
                    socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
                } catch (IOException hungUp) {
                    return;
                }
            });
            answering.start();
            URI topic = URI.create("http://127.0.0.1:" + drip.getLocalPort() + "/t");
            NtfyChannel channel =
                    new NtfyChannel(new NtfySettings(topic, null, Duration.ofMillis(500)), InstantSource.system());

            Undelivered failure = catchThrowableOfType(Undelivered.class, () -> channel.send(NOTICE));

            assertThat(failure).hasMessage("The ntfy server did not answer in time.");
            answering.join();
        }
    }

    @Test
    void a_server_that_is_not_there_is_worth_another_try() {
        server.close();

        assertThat(failure(NOTICE)).hasMessage("The ntfy server could not be reached.");
    }

    @Test
    void a_token_with_a_line_break_is_refused_before_it_can_reach_a_log() {
        Undelivered failure = catchThrowableOfType(
                Undelivered.class, () -> channel(() -> "tk_a\nb").send(NOTICE));

        assertThat(failure.again()).isFalse();
        assertThat(failure).hasMessageNotContaining("tk_a").hasNoCause();
        assertThat(server.published()).isEmpty();
    }

    private NtfyChannel channel(Supplier<String> token) {
        return new NtfyChannel(NtfySettings.of(server.topic(), token), InstantSource.fixed(Notices.SIX));
    }

    private Undelivered failure(Notice notice) {
        return failure(notice, Duration.ofSeconds(20));
    }

    private Undelivered failure(Notice notice, Duration patience) {
        NtfySettings settings = new NtfySettings(URI.create(server.topic()), null, patience);
        NtfyChannel channel = new NtfyChannel(settings, InstantSource.fixed(Notices.SIX));
        return catchThrowableOfType(Undelivered.class, () -> channel.send(notice));
    }
}
