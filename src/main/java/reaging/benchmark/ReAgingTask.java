package reaging.benchmark;

import java.util.Locale;

/** The tasks that a user of a model waits for. */
public enum ReAgingTask {
    /** Re-ages one face to one age. */
    SINGLE,
    /** Re-ages a batch of faces, each to one age. */
    BATCH,
    /** Encodes the identity of one face, which serves all ages. */
    ENCODE,
    /** Draws an encoded face at another age, as a slider does. */
    SLIDE;

    /** Returns the name in reports, such as "single". */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
