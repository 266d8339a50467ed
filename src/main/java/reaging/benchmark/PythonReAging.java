package reaging.benchmark;

import java.nio.file.Path;
import java.util.List;

/** Times the same SavedModel in Python, in a separate process that is idle between requests and ends with {@link #close}. */
public final class PythonReAging implements AutoCloseable {
    /** Name of the script in the folder of the Python version. */
    public static final String SCRIPT = "reaging_benchmark.py";

    private final PythonScript script;

    /**
     * Starts the process and waits until it has loaded the model.
     *
     * @param python the interpreter
     * @param notebooks folder of the Python version
     * @param model folder of the SavedModel
     * @param size side of the faces in pixels
     * @param faces number of faces in a batch
     * @throws IllegalStateException if Python or a package is missing
     */
    public PythonReAging(String python, Path notebooks, Path model, int size, int faces) {
        var arguments = List.of(model.toString(), Integer.toString(size), Integer.toString(faces));
        script = new PythonScript(python, notebooks.resolve(SCRIPT), arguments);
    }

    /** Returns the library and its version, such as "TensorFlow 2.21.0". */
    public String versions() {
        return script.ready().get("versions").getAsString();
    }

    /** Performs a task a number of times and returns the seconds of each. */
    double[] seconds(ReAgingTask task, int calls) {
        return script.seconds(task + " " + calls);
    }

    @Override
    public void close() {
        script.close();
    }
}
