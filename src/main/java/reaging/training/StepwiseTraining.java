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
 * Training one step at a time, for whoever wants to look in between; {@link Trainer} takes the same steps in one go. Holds
 * native memory and the thread that reads the faces until it is closed.
 */
public final class StepwiseTraining implements AutoCloseable {
    private final TrainingSession training;
    private final SampleGrid grid;
    private final Batches batches;

    /**
     * Builds the networks with their first weights.
     *
     * @param faces to train on
     * @param heldOut for {@link #samples}
     * @param notices is told each face that is skipped, and why
     */
    public StepwiseTraining(RunConfig config, FaceSet faces, FaceSet heldOut, Consumer<String> notices) {
        training = TrainingSession.begun(config, Devices.AUTO, FaceDescriptor.NONE);
        grid = new SampleGrid(heldOut, config.model().imageSize(), notices);
        batches = training.batches(faces, notices);
    }

    /** What is trained, and how. */
    public RunConfig config() {
        return training.config();
    }

    /** How far training is. */
    public Checkpoints.State state() {
        return training.state();
    }

    /** One step of both networks and the average; returns what it measured, losses before the step. */
    public Metrics step() {
        return training.step(batches);
    }

    /** Held-out faces at all ten ages as the averaged generator draws them now, a row for each. */
    public BufferedImage samples() {
        return training.draw(grid).picture();
    }

    /** Writes a checkpoint of all variables in a folder, which is made if there is none. */
    public Checkpoints.Checkpoint save(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder, e);
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
