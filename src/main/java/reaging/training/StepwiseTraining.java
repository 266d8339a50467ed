package reaging.training;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import reaging.data.Batches;
import reaging.data.FaceSet;
import reaging.run.Checkpoints;
import reaging.run.Metrics;
import reaging.run.RunConfig;
import reaging.runtime.Graphs;
import reaging.runtime.Sessions;
import reaging.runtime.VariableFile;

/**
 * Training one step at a time, for whoever wants to look in between; {@link Trainer} takes the same steps in one go. Holds
 * native memory and the thread that reads the faces until it is closed.
 */
public final class StepwiseTraining implements AutoCloseable {
    private final RunConfig config;
    private final Graph graph = Graphs.open();
    private final TrainingGraph built;
    private final VariableFile variables;
    private final Session session;
    private final TrainingStep step;
    private final SampleGrid grid;
    private final Batches batches;
    private Checkpoints.State state = new Checkpoints.State(0, 0, 0);

    /**
     * Builds the networks with their first weights.
     *
     * @param faces to train on
     * @param heldOut for {@link #samples}
     * @param notices is told each face that is skipped, and why
     */
    public StepwiseTraining(RunConfig config, FaceSet faces, FaceSet heldOut, Consumer<String> notices) {
        this.config = config;
        var training = config.training();
        int size = config.model().imageSize();
        built = TrainingGraph.build(graph, config.model(), training);
        variables = VariableFile.of(Ops.create(graph), built.networks().all());
        session = new Session(graph, Sessions.training(training.computing()));
        grid = new SampleGrid(heldOut, size, notices);
        step = new TrainingStep(session, built, training);
        step.initialize();
        batches = TrainingStep.batches(faces, size, training, state, notices);
    }

    /** What is trained, and how. */
    public RunConfig config() {
        return config;
    }

    /** How far training is. */
    public Checkpoints.State state() {
        return state;
    }

    /** One step of both networks and the average; returns the losses before it. */
    public Metrics step() {
        long began = System.nanoTime();
        var measured = step.run(batches, state);
        double seconds = (System.nanoTime() - began) / 1e9;
        state = state.after(config.training().batch(), seconds, measured.overflowed());
        return measured.losses();
    }

    /** Held-out faces at all ten ages as the averaged generator draws them now, a row for each. */
    public BufferedImage samples() {
        return grid.draw(session, built.sampling()).picture();
    }

    /** Writes a checkpoint of all variables in a folder, which is made if there is none. */
    public Checkpoints.Checkpoint save(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder, e);
        }
        var checkpoints = new Checkpoints(folder);
        checkpoints.save(session, variables, state);
        return checkpoints.latest().orElseThrow();
    }

    @Override
    public void close() {
        batches.close();
        grid.close();
        session.close();
        graph.close();
    }
}
