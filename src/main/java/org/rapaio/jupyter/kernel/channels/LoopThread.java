package org.rapaio.jupyter.kernel.channels;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Stands before the class of this name in rapaio-jupyter-kernel 3.0.1. On a busy machine that one leaves a kernel that
 * answers nobody: its thread may run before it is told to, and then ends at once; or a message comes before the kernel has
 * its handlers, and the failure ends the thread. Here it runs from the start, waits for the handlers, and survives a message
 * that fails.
 */
public final class LoopThread extends Thread {
    private static final Logger LOGGER = Logger.getLogger(LoopThread.class.getName());

    /** What the kernel needs at most, after its threads have started, to be ready; messages wait as long. */
    private static final long READY_MILLISECONDS = 500;

    private final long sleepMilliseconds;
    private final Runnable body;
    private volatile boolean running = true;

    /** A thread that does the same again and again, with a pause in between. */
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

    /** Lets the thread end after the present turn. */
    public void shutdown() {
        running = false;
    }
}
