package dev.vigil.app;

import dev.vigil.cli.Commands;
import dev.vigil.cli.Terminal;
import dev.vigil.core.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out the command lines of other processes of the same person, while this one owns the database. */
final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final int AT_ONCE = 16;
    private static final int CHUNK = 64 << 10;

    /** Carries out one command line and returns its exit status. */
    interface Hand {
        int run(List<String> args, Terminal terminal);
    }

    private final Home home;
    private final List<Path> path;
    private final Hand hand;
    private final ServerSocketChannel listening;
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers = new ThreadPoolExecutor(
            0, AT_ONCE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> new Thread(work, "vigil-command"));

    private Server(Home home, List<Path> path, Hand hand) throws IOException {
        this.home = home;
        this.path = path;
        this.hand = hand;
        this.listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        this.listening.bind(Address.claim(home));
    }

    /** Starts to listen; call it only while owning the home. */
    static Server start(Home home, List<Path> path, Hand hand) {
        try {
            Server server = new Server(home, path, hand);
            new Thread(server::accept, "vigil-socket").start();
            return server;
        } catch (IOException e) {
            throw new Trouble("The socket in " + home.dir() + " cannot be opened; see whether its disk is full.", e);
        }
    }

    private void accept() {
        while (listening.isOpen()) {
            try {
                SocketChannel channel = listening.accept();
                open.add(channel);
                try {
                    workers.execute(() -> serve(channel));
                } catch (RejectedExecutionException e) {
                    refuse(channel);
                }
            } catch (IOException e) {
                if (listening.isOpen()) {
                    LOG.warn("A command could not be taken from the socket", e);
                }
            }
        }
    }

    private void refuse(SocketChannel channel) throws IOException {
        try (channel) {
            byte[] sentence = "Vigil is busy with other commands; try again.\n".getBytes(StandardCharsets.UTF_8);
            new Frame(Frame.Kind.ERR, sentence).writeTo(channel);
            Frame.exit(Commands.REFUSED).writeTo(channel);
        } finally {
            open.remove(channel);
        }
    }

    private void serve(SocketChannel channel) {
        try (channel) {
            Frame.Call call = Frame.readFrom(channel).toCall();
            Terminal terminal = new Terminal(
                    new Wanted(channel),
                    new PrintStream(new Told(channel, Frame.Kind.OUT), true, StandardCharsets.UTF_8),
                    new PrintStream(new Told(channel, Frame.Kind.ERR), true, StandardCharsets.UTF_8),
                    call.cwd(),
                    path);
            int code = hand.run(call.args(), terminal);
            terminal.out().flush();
            terminal.err().flush();
            Frame.exit(code).writeTo(channel);
        } catch (IOException e) {
            LOG.info("A command's caller went away", e);
        } catch (RuntimeException e) {
            LOG.error("A command broke off", e);
        } finally {
            open.remove(channel);
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
            workers.shutdown();
            if (!workers.awaitTermination(5, TimeUnit.SECONDS)) {
                for (SocketChannel channel : open) {
                    channel.close();
                }
            }
            Address.release(home);
        } catch (IOException e) {
            LOG.warn("The socket was not closed cleanly", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The far side's standard input, asked for piece by piece. */
    private static final class Wanted extends InputStream {
        private final SocketChannel channel;
        private byte[] piece = new byte[0];
        private int next;
        private boolean ended;

        Wanted(SocketChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (next == piece.length && !ended) {
                new Frame(Frame.Kind.WANT, new byte[0]).writeTo(channel);
                Frame frame = Frame.readFrom(channel);
                if (frame.kind() != Frame.Kind.IN) {
                    throw new IOException("unexpected " + frame.kind());
                }
                piece = frame.bytes();
                next = 0;
                ended = piece.length == 0;
            }
            if (ended) {
                return -1;
            }
            int count = Math.min(length, piece.length - next);
            System.arraycopy(piece, next, into, from, count);
            next += count;
            return count;
        }
    }

    /** The far side's standard output or error, sent in pieces. */
    private static final class Told extends OutputStream {
        private final SocketChannel channel;
        private final Frame.Kind kind;
        private final byte[] piece = new byte[CHUNK];
        private int filled;

        Told(SocketChannel channel, Frame.Kind kind) {
            this.channel = channel;
            this.kind = kind;
        }

        @Override
        public synchronized void write(int b) throws IOException {
            if (filled == piece.length) {
                flush();
            }
            piece[filled++] = (byte) b;
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) throws IOException {
            int done = 0;
            while (done < length) {
                if (filled == piece.length) {
                    flush();
                }
                int count = Math.min(length - done, piece.length - filled);
                System.arraycopy(bytes, from + done, piece, filled, count);
                filled += count;
                done += count;
            }
        }

        @Override
        public synchronized void flush() throws IOException {
            if (filled > 0) {
                byte[] bytes = java.util.Arrays.copyOf(piece, filled);
                filled = 0;
                synchronized (channel) {
                    new Frame(kind, bytes).writeTo(channel);
                }
            }
        }
    }
}
