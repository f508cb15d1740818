package dev.vigil.app;

import dev.vigil.cli.Elsewhere;
import dev.vigil.core.Trouble;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The lock on a home: whoever holds it may open the database. The system lets go of it when the process dies. */
final class Ownership implements AutoCloseable {
    private static final int TRIES = 300;
    private static final int PAUSE_MS = 50;
    private final FileChannel channel;

    private Ownership(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits for a moment while another command holds it.
     *
     * @throws Elsewhere if the holder carries out commands
     * @throws Trouble if the holder keeps it
     */
    static Ownership await(Home home) {
        home.make();
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < TRIES; i++) {
            Optional<Ownership> taken = tryTake(home.lock());
            if (taken.isPresent()) {
                return taken.get();
            }
            if (Client.answers(home)) {
                throw new Elsewhere();
            }
            try {
                never.await(PAUSE_MS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new Trouble("Another vigil command is at work in " + home.dir() + "; try again when it is done.");
    }

    /** Empty when another process, or another part of this one, holds it. */
    static Optional<Ownership> tryTake(Path file) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new Ownership(channel));
            }
        } catch (OverlappingFileLockException e) {
            // Held by another part of this process.
        } catch (IOException e) {
            close(channel);
            throw new Trouble(file + " cannot be locked; see whether its disk is full or read-only.", e);
        }
        close(channel);
        return Optional.empty();
    }

    private static void close(FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new Trouble("A lock file could not be closed.", e);
            }
        }
    }

    @Override
    public void close() {
        close(channel);
    }
}
