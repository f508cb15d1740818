package dev.vigil.app;

import dev.vigil.cli.Commands;
import dev.vigil.cli.Terminal;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Has a command line carried out by the process that owns the database, if there is one. */
final class Client {
    /** Bytes of standard input that are passed on at most. */
    private static final long MOST_INPUT = 64L << 20;

    private static final int CHUNK = 64 << 10;

    private Client() {}

    /** True if a process answers; a socket that nobody listens at any more counts as none. */
    static boolean answers(Home home) {
        Optional<SocketChannel> channel = connect(home);
        channel.ifPresent(Client::close);
        return channel.isPresent();
    }

    /** The exit status, or empty if no process answers. */
    static Optional<Integer> call(Home home, List<String> args, Terminal terminal) {
        Optional<SocketChannel> found = connect(home);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (SocketChannel channel = found.get()) {
            return Optional.of(talk(channel, args, terminal));
        } catch (IOException e) {
            terminal.err().println("The running Vigil broke off; see `vigil doctor`, then try again.");
            return Optional.of(Commands.REFUSED);
        }
    }

    private static Optional<SocketChannel> connect(Home home) {
        SocketChannel channel = null;
        try {
            var address = Address.find(home);
            channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            channel.connect(address);
            return Optional.of(channel);
        } catch (IOException e) {
            if (channel != null) {
                close(channel);
            }
            return Optional.empty();
        }
    }

    private static int talk(SocketChannel channel, List<String> args, Terminal terminal) throws IOException {
        Frame.call(terminal.cwd(), args).writeTo(channel);
        long sent = 0;
        while (true) {
            Frame frame = Frame.readFrom(channel);
            switch (frame.kind()) {
                case OUT -> write(terminal.out(), frame.bytes());
                case ERR -> write(terminal.err(), frame.bytes());
                case WANT -> {
                    byte[] chunk = new byte[CHUNK];
                    int read = sent >= MOST_INPUT ? -1 : terminal.in().read(chunk);
                    sent += Math.max(read, 0);
                    new Frame(Frame.Kind.IN, Arrays.copyOf(chunk, Math.max(read, 0))).writeTo(channel);
                }
                case EXIT -> {
                    return frame.code();
                }
                default -> throw new IOException("unexpected " + frame.kind());
            }
        }
    }

    private static void write(java.io.PrintStream out, byte[] bytes) {
        out.write(bytes, 0, bytes.length);
        out.flush();
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing was said over it yet.
        }
    }
}
