package reaging.training;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import reaging.data.Batches;
import reaging.data.FaceSet;
import reaging.losses.FaceDescriptor;
import reaging.run.Checkpoints;
import reaging.run.Metrics;
import reaging.run.RunConfig;
import reaging.runtime.Devices;

/**
 * Trains one step at a time, so that the state can be inspected in between; {@link Trainer} takes the same steps in one go. It
 * holds native memory and the thread that reads the faces until it is closed.
 */
public final class StepwiseTraining implements AutoCloseable {
    private final TrainingSession training;
    private final SampleGrid grid;
    private final Batches batches;

    /**
     * Builds the networks with initial weights.
     *
     * @param faces faces to train on
     * @param heldOut held-out faces for {@link #samples}
     * @param notices receives a notice for each skipped face
     */
    public StepwiseTraining(RunConfig config, FaceSet faces, FaceSet heldOut, Consumer<String> notices) {
        training = TrainingSession.begun(config, Devices.AUTO, FaceDescriptor.NONE);
        grid = new SampleGrid(heldOut, config.model().imageSize(), notices);
        batches = training.batches(faces, notices);
    }

    /** Returns the configuration. */
    public RunConfig config() {
        return training.config();
    }

    /** Returns the state of the training. */
    public Checkpoints.State state() {
        return training.state();
    }

    /** Takes one step of both networks and the average, and returns its metrics; losses are those before the step. */
    public Metrics step() {
        return training.step(batches);
    }

    /** Draws held-out faces at all ten ages with the current averaged generator, a row for each face. */
    public BufferedImage samples() {
        return training.draw(grid).picture();
    }

    /** Writes a checkpoint of all variables in a folder, which is created if necessary. */
    public Checkpoints.Checkpoint save(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create the folder " + folder, e);
        }
        var checkpoints = new Checkpoints(folder);
        training.save(checkpoints);
        return checkpoints.latest().orElseThrow();
    }

    @Override
    public void close() {
        batches.close();
        grid.close();
        training.close();
    }
}
