package reaging.app.server;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The places of requests that are worked on or wait; who finds none is sent away before anything of an upload is read. Some
 * of those with a place work, the others wait for their turn.
 */
final class Admission {
    private final int most;
    private final Semaphore places;
    private final Semaphore turns;
    private volatile boolean closed;

    /**
     * Opens the doors.
     *
     * @param most requests at a time
     * @param working how many of them work on photos at the same time; such work uses several threads itself
     */
    Admission(int most, int working) {
        this.most = most;
        places = new Semaphore(most);
        turns = new Semaphore(working, true);
    }

    /** Does something while it has a place. */
    void admit(Runnable work) {
        if (closed) {
            throw Problem.of(Problem.Kind.OVERLOADED, "the service is stopping; try again later");
        }
        if (!places.tryAcquire()) {
            throw Problem.of(
                    Problem.Kind.BUSY,
                    "at most " + most + " requests may be worked on or wait at a time, and so many are; try again in a"
                            + " second");
        }
        try {
            work.run();
        } finally {
            places.release();
        }
    }

    /** Waits for a turn and does something while it has it. */
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

    /** Requests that have a place. */
    int taken() {
        return most - places.availablePermits();
    }

    /** Whether nobody gets a place any more. */
    boolean isClosed() {
        return closed;
    }

    /** Lets nobody in and waits for those who are. */
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
