package dev.vigil.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.core.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeySealTest {
    @TempDir
    Path dir;

    @Test
    void whatIsSealedIsUnsealedByTheSameKeyInAnotherProcess() {
        Path key = dir.resolve("key");
        String sealed = new KeySeal(key).seal("correct horse é");

        assertThat(sealed).doesNotContain("horse");
        assertThat(new KeySeal(key).unseal(sealed)).isEqualTo("correct horse é");
    }

    @Test
    void theSamePasswordIsSealedDifferentlyEachTime() {
        KeySeal seal = new KeySeal(dir.resolve("key"));

        assertThat(seal.seal("x")).isNotEqualTo(seal.seal("x"));
    }

    @Test
    void theKeyIsReadableByItsOwnerOnly() throws Exception {
        new KeySeal(dir.resolve("key")).seal("x");

        assertThat(Files.getPosixFilePermissions(dir.resolve("key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void whatWasAlteredOrSealedWithAnotherKeyIsRefused() {
        KeySeal seal = new KeySeal(dir.resolve("key"));
        String sealed = seal.seal("secret");
        new KeySeal(dir.resolve("other")).seal("make the key");

        assertThatThrownBy(() -> new KeySeal(dir.resolve("other")).unseal(sealed))
                .isInstanceOf(Trouble.class);
        assertThatThrownBy(() -> new KeySeal(dir.resolve("lost")).unseal(sealed))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("lost");
        for (String broken : new String[] {"", "v1:", "v1:AAAA", "v1:!", "v2:" + sealed.substring(3)}) {
            assertThatThrownBy(() -> seal.unseal(broken)).isInstanceOf(Trouble.class);
        }
        char last = sealed.charAt(10) == 'A' ? 'B' : 'A';
        String altered = sealed.substring(0, 10) + last + sealed.substring(11);
        assertThatThrownBy(() -> seal.unseal(altered)).isInstanceOf(Trouble.class);
    }
}
