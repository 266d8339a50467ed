package reaging.data;

/** Which groups a face may be sent to in training. */
public enum Targets {
    /** Each of the ten alike often, its own too. The paper: y' is uniform. */
    ALL,
    /** Each of the nine others alike often; an extension. */
    OTHERS
}
