package reaging.app;

import java.util.concurrent.CountDownLatch;

/**
 * Turns Ctrl-C into a request to stop: the JVM waits for {@link #close} before it ends, then exits with 130, as interrupted
 * programs do.
 */
final class Interrupt implements AutoCloseable {
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::waitUntilDone, "interrupt");
    private volatile boolean requested;

    Interrupt() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean requested() {
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
