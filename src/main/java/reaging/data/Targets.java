package reaging.data;

/** The age groups that may be drawn as a face's target in training. */
public enum Targets {
    /** All ten groups with equal probability, including the face's own. In the paper, y' is uniform. */
    ALL,
    /** The nine other groups with equal probability; an extension. */
    OTHERS
}
