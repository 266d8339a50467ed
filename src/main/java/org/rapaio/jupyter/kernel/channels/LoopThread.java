package org.rapaio.jupyter.kernel.channels;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Replaces the class of the same name in rapaio-jupyter-kernel 3.0.1. On a busy machine the original can leave a kernel
 * unresponsive: its thread may start before its flag is set, and then ends at once; or a message arrives before the kernel
 * has its handlers, and the failure ends the thread. This one runs from the start, waits for the handlers, and survives a
 * message that fails.
 */
public final class LoopThread extends Thread {
    private static final Logger LOGGER = Logger.getLogger(LoopThread.class.getName());

    /** Maximum time that the kernel needs to become ready after its threads have started; messages wait that long. */
    private static final long READY_MILLISECONDS = 500;

    private final long sleepMilliseconds;
    private final Runnable body;
    private volatile boolean running = true;

    /** Creates a thread that repeats its body with a pause in between. */
    public LoopThread(String name, long sleepMilliseconds, Runnable body) {
        super(name);
        this.sleepMilliseconds = sleepMilliseconds;
        this.body = body;
    }

    @Override
    public void run() {
        try {
            sleep(READY_MILLISECONDS);
            while (running) {
                turn();
                sleep(sleepMilliseconds);
            }
        } catch (InterruptedException e) {
            running = false;
        }
    }

    private void turn() {
        try {
            body.run();
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "a message could not be handled", e);
        }
    }

    /** Ends the thread after the current repetition. */
    public void shutdown() {
        running = false;
    }
}
