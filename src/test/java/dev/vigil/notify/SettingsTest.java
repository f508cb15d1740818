package dev.vigil.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.core.Trouble;
import dev.vigil.notify.SmtpSettings.Security;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ntfy.sh/my-topic",
                "ftp://ntfy.sh/my-topic",
                "https://ntfy.sh",
                "https://ntfy.sh/",
                "https://ntfy.sh/my topic",
                "https://ntfy.sh/my-topic?x=1",
                "https://ntfy.sh/my-topic/",
                "https://ann:secret@ntfy.sh/my-topic",
                "https:///my-topic",
                ""
            })
    void an_ntfy_address_that_cannot_work_is_refused(String topic) {
        assertThatThrownBy(() -> NtfySettings.of(topic, null)).isInstanceOf(Trouble.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://ntfy.sh/my-topic", "http://nas.local:8080/ntfy/my_topic", "http://[::1]/t"})
    void an_ntfy_address_may_have_a_port_and_a_folder(String topic) {
        assertThatCode(() -> NtfySettings.of(topic, () -> "tk_x")).doesNotThrowAnyException();
    }

    @Test
    void a_token_does_not_cross_the_internet_in_the_clear() {
        assertThatThrownBy(() -> NtfySettings.of("http://ntfy.sh/my-topic", () -> "tk_x"))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("https://");
        assertThatCode(() -> NtfySettings.of("http://ntfy.sh/my-topic", null)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@example.org\r\nBcc: eve@example.org",
                "ann@example.org, eve@example.org",
                "Ann <ann@example.org>",
                "ann",
                "ann@",
                "@example.org",
                "a b@example.org",
                ""
            })
    void a_mail_address_is_one_plain_address(String address) {
        assertThatThrownBy(() -> smtp("localhost", Security.NONE, "vigil@example.org", address))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("recipient");
        assertThatThrownBy(() -> smtp("localhost", Security.NONE, address, "ann@example.org"))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("sender");
    }

    @Test
    void mail_does_not_cross_the_internet_in_the_clear() {
        assertThatThrownBy(() -> smtp("smtp.example.org", Security.NONE, "vigil@example.org", "ann@example.org"))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("TLS");
    }

    @Test
    void a_user_needs_a_password() {
        assertThatThrownBy(() -> new SmtpSettings(
                        "smtp.example.org",
                        587,
                        Security.STARTTLS,
                        "ann",
                        null,
                        "a@b.example",
                        "c@d.example",
                        Duration.ZERO))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("password");
    }

    @Test
    void settings_print_no_secret() {
        assertThat(NtfySettings.of("https://ntfy.sh/secret-topic", () -> "tk_secret")
                        .toString())
                .isEqualTo("ntfy at ntfy.sh");
        assertThat(new SmtpSettings(
                                "smtp.example.org",
                                465,
                                Security.TLS,
                                "ann",
                                () -> "hunter2",
                                "a@b.example",
                                "c@d.example",
                                Duration.ofSeconds(1))
                        .toString())
                .isEqualTo("mail to c@d.example by smtp.example.org:465");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "10.1.2.3", "192.168.0.7", "172.20.1.1", "localhost", "nas", "nas.local", "::1"})
    void hosts_nearby(String host) {
        assertThat(Nearby.is(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "172.32.0.1",
                "127.0.0.1.example.org",
                "2001:db8::1",
                "local.example.org",
                "10.example"
            })
    void hosts_far_away(String host) {
        assertThat(Nearby.is(host)).isFalse();
    }

    private static SmtpSettings smtp(String host, Security security, String from, String to) {
        return new SmtpSettings(host, 25, security, null, null, from, to, Duration.ofSeconds(1));
    }
}
