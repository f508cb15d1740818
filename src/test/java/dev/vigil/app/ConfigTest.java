package dev.vigil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.app.Console.Seen;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {
    @TempDir
    Path dir;

    private Console console;

    @BeforeEach
    void sitDown() throws Exception {
        console = new Console(dir);
        Files.createDirectories(console.home);
    }

    @Test
    void eachSettingSaysWhereItComesFrom() {
        console.file("home/vigil.properties", "# mine\nme = robin@willowmere.example\nntfy.topic=quiet-otter\n");
        console.env.put("VIGIL_NTFY_TOPIC", "loud-otter");

        Seen seen = console.type("config");

        assertThat(seen.status()).isZero();
        assertThat(seen.out())
                .contains("me = robin@willowmere.example")
                .contains("[" + console.home.resolve("vigil.properties") + ":2]")
                .contains("[VIGIL_NTFY_TOPIC]\nntfy.topic = loud-otter")
                .contains("[default]\nsmtp.port = 587")
                .contains("[VIGIL_ZONE]\nzone = Europe/London");
    }

    @Test
    void asJsonItIsOneObjectASetting() {
        assertThat(console.type("config", "--json").lines())
                .hasSize(Key.values().length)
                .first()
                .asString()
                .startsWith("{\"key\":\"zone\",\"value\":\"Europe/London\",\"from\":\"VIGIL_ZONE\",\"about\":");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zone = Europe/Lundon | zone: there is no time zone Europe/Lundon",
                "smtp.port = 0 | smtp.port: expected a number from 1 to 65535",
                "smtp.port = many | smtp.port: expected a number",
                "smtp.security = maybe | expected starttls, tls or none",
                "channels = pigeon | channels: expected some of terminal",
                "ntfy.url = ftp://host | ntfy.url: expected an address",
                "ntfi.topic = x | there is no setting ntfi.topic",
                "just words | expected a line such as"
            })
    void aLineThatCannotBeUsedIsRefusedWithItsPlace(String line, String why) {
        console.file("home/vigil.properties", "\n" + line + "\n");

        for (String command : new String[] {"config", "list"}) {
            Seen seen = console.type(command);
            assertThat(seen.status()).isEqualTo(1);
            assertThat(seen.err().lines())
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains(console.home.resolve("vigil.properties") + ":2: ", why);
        }
    }

    @Test
    void aSecretIsTheFirstLineOfTheFileThatIsNamed() {
        console.file("home/vigil.properties", "smtp.password-file = mail.password\n");
        console.file("home/mail.password", "kestrel\nnot this\n");

        Config config = Config.load(console.home.resolve("vigil.properties"), console.env);

        assertThat(config.secret(Key.SMTP_PASSWORD_FILE)).contains("kestrel");
        assertThat(config.secret(Key.NTFY_TOKEN_FILE)).isEmpty();
        assertThat(console.type("config").out()).doesNotContain("kestrel");
    }
}
