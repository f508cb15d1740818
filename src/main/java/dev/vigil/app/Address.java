package dev.vigil.app;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the socket of a home lies. The system allows a socket's path about 100 bytes; for a longer home it lies in a
 * fresh private folder for temporary files, and the home holds a file that names it.
 */
final class Address {
    private static final int LONGEST = 100;

    private Address() {}

    private static boolean fits(Path socket) {
        return socket.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    }

    private static Path pointer(Home home) {
        return home.dir().resolve("socket.at");
    }

    /** For the client. */
    static UnixDomainSocketAddress find(Home home) throws IOException {
        return UnixDomainSocketAddress.of(
                fits(home.socket())
                        ? home.socket()
                        : Path.of(Files.readString(pointer(home)).strip()));
    }

    /** For the server, which owns the home: what an earlier one left behind is removed. */
    static UnixDomainSocketAddress claim(Home home) throws IOException {
        release(home);
        if (fits(home.socket())) {
            return UnixDomainSocketAddress.of(home.socket());
        }
        Path socket = Files.createTempDirectory("vigil").resolve("socket");
        Files.writeString(pointer(home), socket.toString());
        return UnixDomainSocketAddress.of(socket);
    }

    static void release(Home home) throws IOException {
        Files.deleteIfExists(home.socket());
        if (Files.exists(pointer(home))) {
            Path socket = Path.of(Files.readString(pointer(home)).strip());
            Files.deleteIfExists(socket);
            Files.deleteIfExists(socket.getParent());
            Files.deleteIfExists(pointer(home));
        }
    }
}
