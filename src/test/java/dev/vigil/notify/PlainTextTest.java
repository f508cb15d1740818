package dev.vigil.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "floss\u001B[2J\u001B[1;31m",
                "\u001B]0;you are root\u0007floss",
                "\u001B]8;;http://evil.example\u001B\\floss\u001B]8;;\u001B\\",
                "\u009B31mfloss",
                "fl\u0000o\u0008ss\u007F",
                "\u202Efloss\u2069",
                "fl\u200Boss\uFEFF",
                "\u001Bcfloss"
            })
    void what_a_terminal_would_obey_is_taken_away(String text) {
        assertThat(PlainText.line(text, 100)).isEqualTo("floss");
    }

    @Test
    void an_escape_that_never_ends_hides_no_text() {
        assertThat(PlainText.line("a\u001B]0;pay the rent", 100)).isEqualTo("a0;pay the rent");
    }

    @Test
    void a_line_is_one_line() {
        assertThat(PlainText.line("a\r\nb\u2028c\u0085d\ne", 100)).isEqualTo("a b c d e");
        assertThat(PlainText.lines("a\r\nb\u2028c", 100)).isEqualTo("a\nb\nc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Grüße aus 東京", "👩‍👩‍👧 family", "שלום", "a < b & c \\ d"})
    void what_people_write_stays(String text) {
        assertThat(PlainText.line(text, 100)).isEqualTo(text);
    }

    @Test
    void a_half_of_a_character_goes() {
        assertThat(PlainText.line("a\uD83Db", 100)).isEqualTo("ab");
    }

    @ParameterizedTest
    @CsvSource({"abcdef,6,abcdef", "abcdef,5,abcd…", "😀😀😀,2,😀…"})
    void it_is_cut_between_characters(String text, int max, String cut) {
        assertThat(PlainText.line(text, max)).isEqualTo(cut);
    }

    @ParameterizedTest
    @CsvSource({"abcdef,6,abcdef", "abcdef,5,ab…", "äöü,6,äöü", "äöü,5,ä…", "😀😀,8,😀😀", "😀😀,7,😀…"})
    void bytes_are_cut_between_characters(String text, int max, String cut) {
        assertThat(PlainText.bytes(text, max)).isEqualTo(cut);
        assertThat(cut.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(max);
    }
}
