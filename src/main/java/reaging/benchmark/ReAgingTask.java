package reaging.benchmark;

import java.util.Locale;

/** What somebody waits for who re-ages faces. */
public enum ReAgingTask {
    /** One face at one age. */
    SINGLE,
    /** A batch of faces, each at one age. */
    BATCH,
    /** Who one face is, which serves all ages. */
    ENCODE,
    /** A face that has been encoded, at another age. */
    SLIDE;

    /** Its name in reports, such as "single". */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
