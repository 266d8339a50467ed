package reaging.runtime;

import org.tensorflow.Graph;

/** Opens graphs. */
public final class Graphs {
    private Graphs() {}

    /** Opens a new, empty graph; the caller closes it. The first one loads TensorFlow, see {@link OneDnn}. */
    public static Graph open() {
        OneDnn.choose();
        return new Graph();
    }
}
