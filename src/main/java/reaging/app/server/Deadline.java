package reaging.app.server;

import java.time.Duration;

/**
 * Until when a request has to be answered.
 *
 * @param nanoTime of {@link System#nanoTime}
 * @param allowed the time that it had at the beginning
 */
record Deadline(long nanoTime, Duration allowed) {
    static Deadline in(Duration allowed) {
        return new Deadline(System.nanoTime() + allowed.toNanos(), allowed);
    }

    /** The time that is left, in nanoseconds; 0 or less: none. */
    long left() {
        return nanoTime - System.nanoTime();
    }

    /** Ends a request that has had its time; between two steps, since none of them can be stopped. */
    void check() {
        if (left() <= 0) {
            throw missed();
        }
    }

    Problem missed() {
        return Problem.of(
                Problem.Kind.OVERLOADED,
                "an answer must be there after " + allowed.toSeconds()
                        + " seconds but was not; try again later, or ask for" + " less at a time");
    }
}
