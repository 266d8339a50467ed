package reaging.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import reaging.data.FaceSet;
import reaging.run.RunConfig;

/**
 * Times the same training in Python, in a separate process that is idle between requests and ends with {@link #close}. It trains
 * on the first batches of the Java training, which it keeps in memory.
 */
public final class PythonTraining implements AutoCloseable {
    private static final int BATCHES = 8;

    private final PythonScript script;

    /**
     * Starts the process and waits until it has warmed up.
     *
     * @param python the interpreter
     * @param notebooks folder of the Python version
     * @param opponent which Python version to run
     * @param config configuration of the Java training
     * @param faces faces of the Java training
     * @throws IllegalStateException if Python or a package is missing
     */
    public PythonTraining(String python, Path notebooks, Opponent opponent, RunConfig config, FaceSet faces) {
        try {
            var file = Files.createTempFile("batches", ".f32");
            try {
                BatchFile.write(file, config, faces, BATCHES);
                script = new PythonScript(
                        python,
                        notebooks.resolve("training_benchmark.py"),
                        List.of(
                                opponent.toString(),
                                config.model().preset(),
                                config.model().upsampling().toString(),
                                Integer.toString(config.training().batch()),
                                config.training()
                                        .computing()
                                        .precision()
                                        .toString()
                                        .toLowerCase(Locale.ROOT),
                                file.toString()));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a file for batches", e);
        }
    }

    /** Returns the library and its version, such as "PyTorch 2.13.0". */
    public String versions() {
        return script.ready().get("versions").getAsString();
    }

    /** Takes some steps and returns the seconds of each. */
    public double[] seconds(int steps) {
        return script.seconds(Integer.toString(steps));
    }

    /** Returns the peak memory of the process so far in bytes, if the system reports it. */
    OptionalLong peakBytes() {
        return script.peakBytes();
    }

    @Override
    public void close() {
        script.close();
    }
}
