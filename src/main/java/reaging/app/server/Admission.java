package reaging.app.server;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Limits the number of requests in progress or waiting; those over the limit are refused before any of their upload is read.
 * Some of the admitted ones run, the others wait for their turn.
 */
final class Admission {
    private final int most;
    private final Semaphore places;
    private final Semaphore turns;
    private volatile boolean closed;

    /**
     * Starts to admit requests.
     *
     * @param most maximum number of admitted requests
     * @param working maximum number of them that process photos at the same time; each uses several threads
     */
    Admission(int most, int working) {
        this.most = most;
        places = new Semaphore(most);
        turns = new Semaphore(working, true);
    }

    /** Does work while holding a place. */
    void admit(Runnable work) {
        if (closed) {
            throw Problem.of(Problem.Kind.OVERLOADED, "the service is stopping; try again later");
        }
        if (!places.tryAcquire()) {
            throw Problem.of(
                    Problem.Kind.BUSY,
                    "at most " + most + " requests may run or wait at a time and all places are taken; try again in a"
                            + " second");
        }
        try {
            work.run();
        } finally {
            places.release();
        }
    }

    /** Waits for a turn and does work while holding it. */
    void inTurn(Deadline deadline, Runnable work) {
        try {
            if (!turns.tryAcquire(Math.max(0, deadline.left()), TimeUnit.NANOSECONDS)) {
                throw deadline.missed();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(Problem.Kind.OVERLOADED, "the service is stopping; try again later");
        }
        try {
            work.run();
        } finally {
            turns.release();
        }
    }

    /** Returns the number of admitted requests. */
    int taken() {
        return most - places.availablePermits();
    }

    /** Whether no more requests are admitted. */
    boolean isClosed() {
        return closed;
    }

    /** Stops admitting requests and waits for those that were admitted. */
    void close(Duration longest) {
        closed = true;
        try {
            if (places.tryAcquire(most, longest.toNanos(), TimeUnit.NANOSECONDS)) {
                places.release(most);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
