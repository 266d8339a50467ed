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
 * The same training in Python, in a process of its own that waits while nobody asks for steps. It has its batches in memory, the
 * first that the training here has too. Ends with {@link #close}.
 */
public final class PythonTraining implements AutoCloseable {
    private static final int BATCHES = 8;

    private final PythonScript script;

    /**
     * Starts it and waits until it is warm.
     *
     * @param python interpreter
     * @param notebooks folder of the Python version
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

    /** What computes, such as "PyTorch 2.13.0". */
    public String versions() {
        return script.ready().get("versions").getAsString();
    }

    /** Takes so many steps; the seconds of each. */
    public double[] seconds(int steps) {
        return script.seconds(Integer.toString(steps));
    }

    /** The most main memory that it has occupied so far, if the system tells. */
    OptionalLong peakBytes() {
        return script.peakBytes();
    }

    @Override
    public void close() {
        script.close();
    }
}
