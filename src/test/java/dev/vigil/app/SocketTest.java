package dev.vigil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.app.Console.Seen;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While one process owns the database, it carries out the commands of others. */
class SocketTest {
    @TempDir
    Path dir;

    private Console console;

    @BeforeEach
    void sitDown() {
        console = new Console(dir);
    }

    private Wiring owner() {
        return new Wiring(new Home(console.home), console.env, console.clock);
    }

    @Test
    void aCommandIsCarriedOutByTheOwnerWithItsInputOutputErrorsAndStatus() {
        try (Wiring owner = owner();
                Server server = owner.serve()) {
            Seen armed = console.feed(Console.PILLS + "\nnonsense\n", "arm", "-");

            assertThat(armed.status()).isEqualTo(1);
            assertThat(armed.out()).startsWith("1  ");
            assertThat(armed.err()).startsWith("standard input:2: ");
            assertThat(owner.journal().watches(Wiring.PERSON)).hasSize(1);
            assertThat(console.type("list", "--json").lines()).hasSize(1);
            assertThat(console.type("pause").status()).isEqualTo(2);
        }
    }

    @Test
    void pathsCountFromTheCallersFolder() {
        console.file("mine.jsonl", Console.DOG_FOOD);
        try (Wiring owner = owner();
                Server server = owner.serve()) {
            assertThat(console.type("arm", "mine.jsonl").status()).isZero();
        }
    }

    @Test
    void inputAndOutputOfManyFramesPassUnchanged() {
        String many = (Console.PILLS + "\n").repeat(3000);
        assertThat(many.length()).isGreaterThan(4 * (64 << 10));
        try (Wiring owner = owner();
                Server server = owner.serve()) {
            assertThat(console.feed(many, "arm", "-").lines()).hasSize(3000);
            assertThat(console.type("list", "--json").lines()).hasSize(3000);
        }
    }

    @Test
    void severalCommandsAtOnceAreCarriedOutEachOnce() {
        try (Wiring owner = owner();
                Server server = owner.serve()) {
            List<CompletableFuture<Seen>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(CompletableFuture.supplyAsync(() -> console.feed(Console.PILLS, "arm", "-")));
            }
            assertThat(calls)
                    .allSatisfy(call -> assertThat(call.join().status()).isZero());
            assertThat(owner.journal().watches(Wiring.PERSON)).hasSize(8);
        }
    }

    @Test
    void aSecondRunIsRefused() {
        try (Wiring owner = owner();
                Server server = owner.serve()) {
            Seen seen = console.type("run");

            assertThat(seen.status()).isEqualTo(1);
            assertThat(seen.err().lines()).hasSize(1).first().asString().contains("running already");
        }
    }

    @Test
    void aSocketThatNobodyListensAtIsRemoved() throws Exception {
        console.type("list");
        Path socket = new Home(console.home).socket();
        try (ServerSocketChannel died = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            died.bind(UnixDomainSocketAddress.of(socket));
        }
        assertThat(socket).exists();

        assertThat(console.type("list").status()).isZero();
        try (Wiring owner = owner();
                Server server = owner.serve()) {
            assertThat(console.feed(Console.PILLS, "arm", "-").status()).isZero();
        }
        assertThat(socket).doesNotExist();
    }

    @Test
    void aHomeWithALongNameWorksAsWell() throws Exception {
        Path deep = Files.createDirectories(dir.resolve("a".repeat(60)).resolve("b".repeat(60)));
        Console far = new Console(deep);
        Home home = new Home(far.home);
        try (Wiring owner = new Wiring(home, far.env, far.clock);
                Server server = owner.serve()) {
            assertThat(Client.answers(home)).isTrue();
            assertThat(far.feed(Console.PILLS, "arm", "-").status()).isZero();
            assertThat(owner.journal().watches(Wiring.PERSON)).hasSize(1);
        }
        assertThat(Client.answers(home)).isFalse();
        assertThat(far.type("list", "--json").lines()).hasSize(1);
    }

    @Test
    void aCallerThatSpeaksNonsenseDoesNoHarm() throws Exception {
        try (Wiring owner = owner();
                Server server = owner.serve()) {
            try (var channel = java.nio.channels.SocketChannel.open(StandardProtocolFamily.UNIX)) {
                channel.connect(UnixDomainSocketAddress.of(new Home(console.home).socket()));
                channel.write(java.nio.ByteBuffer.wrap(new byte[] {0, 127, -1, -1, -1, 9, 9}));
            }
            assertThat(console.type("list").status()).isZero();
        }
    }

    @Test
    void anotherCommandWaitsForTheLockAndIsThenCarriedOutByTheOwner() {
        Home home = new Home(console.home);
        home.make();
        CompletableFuture<Seen> waiting;
        try (Ownership held = Ownership.tryTake(home.lock()).orElseThrow()) {
            waiting = CompletableFuture.supplyAsync(() -> console.feed(Console.PILLS, "arm", "-"));
            assertThat(Ownership.tryTake(home.lock())).isEmpty();
        }
        assertThat(waiting.join().status()).isZero();
        assertThat(console.type("list", "--json").lines()).hasSize(1);
    }
}
