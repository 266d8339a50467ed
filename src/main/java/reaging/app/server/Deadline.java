package reaging.app.server;

import java.time.Duration;

/**
 * The time by which a request must be answered.
 *
 * @param nanoTime the deadline on the clock of {@link System#nanoTime}
 * @param allowed the time allowed in total
 */
record Deadline(long nanoTime, Duration allowed) {
    static Deadline in(Duration allowed) {
        return new Deadline(System.nanoTime() + allowed.toNanos(), allowed);
    }

    /** Returns the time left in nanoseconds; 0 or less: none. */
    long left() {
        return nanoTime - System.nanoTime();
    }

    /** Ends a request that has run out of time; to be called between steps, since a step cannot be stopped. */
    void check() {
        if (left() <= 0) {
            throw missed();
        }
    }

    Problem missed() {
        return Problem.of(
                Problem.Kind.OVERLOADED,
                "an answer must be ready within " + allowed.toSeconds()
                        + " seconds but was not; try again later, or ask for" + " less at a time");
    }
}
