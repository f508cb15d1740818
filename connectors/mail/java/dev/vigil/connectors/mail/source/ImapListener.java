package dev.vigil.connectors.mail.source;

import dev.vigil.core.Trouble;
import jakarta.mail.MessagingException;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits with IDLE (RFC 2177) on a thread of its own until the server says that a folder has changed. The connection is
 * asked for a sign of life every few minutes and made anew, ever more slowly, when it is lost.
 */
final class ImapListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ImapListener.class);

    /** Well below the 29 minutes after which a server may hang up. */
    private static final Duration SIGN_OF_LIFE = Duration.ofMinutes(5);

    static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final ImapAccount account;
    private final Runnable changed;
    private final Duration firstPause;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "imap-sign-of-life");
        thread.setDaemon(true);
        return thread;
    });
    private volatile ImapConnection connection;

    private ImapListener(ImapAccount account, Runnable changed, Duration firstPause) {
        this.account = account;
        this.changed = changed;
        this.firstPause = firstPause;
    }

    /**
     * @param firstPause before the first try to connect again; each further one is twice as long
     * @return null if the server cannot tell of changes; a server that is away now is tried again
     */
    static ImapListener start(ImapAccount account, Runnable changed, Duration firstPause) {
        ImapListener listener = new ImapListener(account, changed, firstPause);
        try {
            ImapConnection first = ImapConnection.open(account);
            if (!first.canIdle()) {
                first.close();
                listener.close();
                return null;
            }
            listener.connection = first;
        } catch (Trouble e) {
            LOG.info("{} cannot be listened to yet", account, e);
        }
        Thread thread = new Thread(listener::run, "imap-idle " + account.host());
        thread.setDaemon(true);
        thread.start();
        return listener;
    }

    private void run() {
        Duration pause = firstPause;
        while (!isClosing()) {
            long began = System.nanoTime();
            try {
                if (connection == null) {
                    connection = ImapConnection.open(account);
                }
                idle(connection);
            } catch (MessagingException | RuntimeException e) {
                LOG.debug("listening to {} ended", account, e);
            }
            disconnect();
            if (waitOrClose(pause)) {
                return;
            }
            boolean lasted = Duration.ofNanos(System.nanoTime() - began).compareTo(SIGN_OF_LIFE) > 0;
            pause = lasted ? firstPause : longer(pause);
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    /** Returns or throws when the connection is lost. */
    private void idle(ImapConnection to) throws MessagingException {
        if (!to.canIdle()) {
            // It could before, or was never asked: then the person's mail is looked at by the clock.
            changed.run();
            waitOrClose(SIGN_OF_LIFE);
            return;
        }
        IMAPFolder folder = to.folders().get(0);
        ImapConnection.examine(folder);
        folder.addMessageCountListener(new MessageCountAdapter() {
            @Override
            public void messagesAdded(MessageCountEvent event) {
                changed.run();
            }
        });
        // What came between the last look and now was announced to nobody.
        changed.run();
        var signs = watch.scheduleWithFixedDelay(
                () -> signOfLife(folder), SIGN_OF_LIFE.toSeconds(), SIGN_OF_LIFE.toSeconds(), TimeUnit.SECONDS);
        try {
            while (!isClosing() && folder.isOpen()) {
                folder.idle(true);
            }
        } finally {
            signs.cancel(true);
        }
    }

    /** Ends the wait for a moment; a dead connection shows itself by this. */
    private static void signOfLife(IMAPFolder folder) {
        try {
            folder.getMessageCount();
        } catch (MessagingException | IllegalStateException e) {
            LOG.debug("no sign of life", e);
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private boolean waitOrClose(Duration pause) {
        try {
            return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void disconnect() {
        ImapConnection old = connection;
        connection = null;
        if (old != null) {
            old.close();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        watch.shutdownNow();
        disconnect();
    }
}
