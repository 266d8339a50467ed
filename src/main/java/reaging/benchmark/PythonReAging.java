package reaging.benchmark;

import java.nio.file.Path;
import java.util.List;

/** The same SavedModel at work in Python, in a process of its own that waits while nobody asks. Ends with {@link #close}. */
public final class PythonReAging implements AutoCloseable {
    /** The script, in the folder of the Python version. */
    public static final String SCRIPT = "reaging_benchmark.py";

    private final PythonScript script;

    /**
     * Starts it and waits until it has loaded the model.
     *
     * @param python interpreter
     * @param notebooks folder of the Python version
     * @param model folder
     * @param size side of the faces, in pixels
     * @param faces in a batch
     * @throws IllegalStateException if Python or a package is missing
     */
    public PythonReAging(String python, Path notebooks, Path model, int size, int faces) {
        var arguments = List.of(model.toString(), Integer.toString(size), Integer.toString(faces));
        script = new PythonScript(python, notebooks.resolve(SCRIPT), arguments);
    }

    /** What computes, such as "TensorFlow 2.21.0". */
    public String versions() {
        return script.ready().get("versions").getAsString();
    }

    /** Does a task so many times; the seconds of each. */
    double[] seconds(ReAgingTask task, int calls) {
        return script.seconds(task + " " + calls);
    }

    @Override
    public void close() {
        script.close();
    }
}
