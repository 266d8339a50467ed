package reaging.app.terminal;

import java.util.concurrent.CountDownLatch;

/**
 * Turns Ctrl-C into a request to stop: the JVM waits for {@link #close} before it ends, then exits with 130, as interrupted
 * programs do.
 */
public final class Interrupt implements AutoCloseable {
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::waitUntilDone, "interrupt");
    private volatile boolean requested;

    /** Watches for Ctrl-C until it is closed. */
    public Interrupt() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether Ctrl-C was pressed. */
    public boolean requested() {
        return requested;
    }

    private void waitUntilDone() {
        requested = true;
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
        if (!requested) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
