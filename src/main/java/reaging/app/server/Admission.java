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

    /** What is taken is given back when it is closed. */
    interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    /** Takes a place. */
    Hold place() {
        if (closed) {
            throw Problem.of(Problem.Kind.OVERLOADED, "the service is stopping; try again later");
        }
        if (!places.tryAcquire()) {
            throw Problem.of(
                    Problem.Kind.BUSY,
                    "at most " + most + " requests may be worked on or wait at a time, and so many are; try again in a"
                            + " second");
        }
        return places::release;
    }

    /** Waits for a turn. */
    Hold turn(Deadline deadline) {
        try {
            if (!turns.tryAcquire(Math.max(0, deadline.left()), TimeUnit.NANOSECONDS)) {
                throw deadline.missed();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(Problem.Kind.OVERLOADED, "the service is stopping; try again later");
        }
        return turns::release;
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
