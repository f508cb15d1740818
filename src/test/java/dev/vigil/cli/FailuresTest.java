package dev.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailuresTest {
    @Test
    void aFaultInsideGoesToTheLogAndThePersonReadsOneSentence() {
        IllegalStateException fault = new IllegalStateException("the inner workings");
        Rooms broken = (Rooms) Proxy.newProxyInstance(
                Rooms.class.getClassLoader(), new Class<?>[] {Rooms.class}, (proxy, method, args) -> {
                    throw fault;
                });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(), new PrintStream(out), new PrintStream(err), Path.of("/"), List.of());
        List<Exception> log = new ArrayList<>();

        int status = new Commands(broken, terminal, log::add).run(List.of("list"));

        assertThat(status).isEqualTo(Commands.REFUSED);
        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("Something went wrong inside Vigil")
                .doesNotContain("inner workings");
        assertThat(log).containsExactly(fault);
    }
}
