package reaging.run;

import com.google.gson.annotations.SerializedName;
import java.util.Locale;

/**
 * That a run goes on to another length than it began with.
 *
 * @param done images seen when it was changed
 * @param before its length until then, in images
 * @param after its length since then, in images
 * @param schedule what became of the changes on the way
 */
public record LengthChange(long done, long before, long after, Course schedule) {
    /** What becomes of the learning rate and the weights that change on the way. */
    public enum Course {
        /** They change as in a run that has the new length from the beginning. */
        @SerializedName("stretched")
        STRETCHED,
        /** They change where they would have changed, and stay after that. */
        @SerializedName("kept")
        KEPT
    }

    /** The change from one schedule to another. */
    static LengthChange of(long done, Schedule before, Schedule after) {
        boolean kept = before.epochImages() == after.epochImages();
        return new LengthChange(done, before.images(), after.images(), kept ? Course.KEPT : Course.STRETCHED);
    }

    /** What happens, for a person. */
    String text(Schedule old, Schedule now) {
        return String.format(
                Locale.ROOT,
                "%s kimg in place of %s, of which %s are done; the schedule %s: learning rate %.2g from here on"
                        + " (%.2g before)",
                Kimg.text(after),
                Kimg.text(before),
                Kimg.text(done),
                schedule == Course.KEPT ? "stays as it was" : "stretches over the new length",
                now.learningRate(done),
                old.learningRate(done));
    }
}
