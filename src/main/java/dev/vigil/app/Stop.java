package dev.vigil.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends a run cleanly on Ctrl-C or a request to terminate: first everything is closed, then the process ends well. */
final class Stop {
    private static final int PATIENCE_S = 15;
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private Thread hook;

    /** From now on a signal is a request. */
    synchronized void onSignal() {
        hook = new Thread(this::end, "vigil-stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void end() {
        asked.countDown();
        try {
            if (closed.await(PATIENCE_S, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks for the end from within the process. */
    void ask() {
        asked.countDown();
    }

    /** Returns once the end is asked for. */
    void await() {
        try {
            asked.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything is closed. */
    synchronized void done() {
        closed.countDown();
        if (hook != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process ends already, and the hook with it.
            }
        }
    }
}
