package dev.vigil.engine.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTest {
    private final Routing full = new Routing(List.of("terminal", "desktop", "ntfy", "mail"));

    @ParameterizedTest
    @ValueSource(strings = {"notify", "suggest_break", "digest"})
    void what_is_told_goes_to_every_channel_that_is_set_up(String act) {
        assertThat(full.channels(act, "", false)).containsExactly("terminal", "desktop", "ntfy", "mail");
        assertThat(new Routing(List.of("mail")).channels(act, "", false)).containsExactly("mail");
    }

    @ParameterizedTest
    @CsvSource({"phone,ntfy", "desktop,desktop", "mail,mail"})
    void a_named_way_is_taken_and_the_terminal_shows_it_too(String via, String channel) {
        assertThat(full.channels("notify", "for=PT5M\nvia=" + via, false)).containsExactly(channel, "terminal");
        assertThat(new Routing(List.of("ntfy", "desktop", "mail")).channels("notify", "via=" + via, false))
                .containsExactly(channel);
    }

    @Test
    void an_urgent_notice_takes_every_way_the_named_one_first() {
        assertThat(full.channels("notify", "via=mail", true)).containsExactly("mail", "terminal", "desktop", "ntfy");
    }

    @Test
    void a_named_way_that_is_not_set_up_is_kept_so_that_it_is_said_and_the_others_tell_it() {
        assertThat(new Routing(List.of("mail")).channels("notify", "via=phone", false))
                .containsExactly("ntfy", "mail");
    }

    @Test
    void with_nothing_set_up_there_is_still_a_row_that_says_so() {
        assertThat(new Routing(List.of()).channels("notify", "", false)).containsExactly("terminal");
    }

    @ParameterizedTest
    @CsvSource({
        "run,command",
        "dim_screen,screen",
        "block_time,calendar",
        "draft_reply,drafts",
        "soften,drafts",
        "label,labels",
        "forward,forward",
        "quiet,vigil"
    })
    void what_needs_a_device_goes_to_that_device_only(String act, String device) {
        assertThat(full.channels(act, "via=phone", true)).containsExactly(device);
    }

    @Test
    void a_command_is_no_way_to_tell_something() {
        assertThat(new Routing(List.of("command", "mail")).channels("notify", "", true))
                .containsExactly("mail");
    }
}
