package reaging.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;
import reaging.run.Checkpoints;
import reaging.run.RunConfig;
import reaging.run.RunFolder;
import reaging.runtime.VariableFile;
import reaging.weights.CheckpointExporter;
import reaging.weights.Importer;

/** A training with the inputs of {@link StepInputs}, whose state can be left for Python and taken from it; to be closed. */
final class JavaTraining implements AutoCloseable {
    private final RunConfig config;
    private final Path folder;
    private final FormulaGraph run = new FormulaGraph();
    private final TrainingGraph training;
    private final VariableFile file;
    private final Map<String, Operand<TFloat32>> variables = new LinkedHashMap<>();

    JavaTraining(RunConfig config, Path folder) {
        this.config = config;
        this.folder = folder;
        training = TrainingGraph.build(run.graph(), config.model(), config.training());
        var networks = training.networks();
        run.fill(networks.generator(), networks.discriminator(), networks.averaged(), networks.moments());
        file = VariableFile.of(run.tf(), networks.all());
        networks.all().forEach(variable -> variables.put(variable.name(), variable.read(run.tf())));
    }

    /** Leaves the state for Python, in a folder of this name. */
    void leave(long step, String name) throws IOException {
        var checkpoint = Files.createDirectory(folder.resolve(name + "_variables"));
        runFile(file.save(), checkpoint.resolve("variables"));
        var state = new Checkpoints.State(step, step * config.training().batch(), 0);
        CheckpointExporter.export(new Checkpoints.Checkpoint(checkpoint, state), config, folder.resolve(name));
    }

    /** Takes up the state that Python left, which must be after this step; every variable. */
    Map<String, float[]> takeUp(String name, long step) {
        var imported = new RunFolder(folder.resolve(name + "_run"));
        var result = Importer.open(folder.resolve(name)).into(imported.path(), config);
        if (result.state().step() != step || !result.filled().isEmpty()) {
            throw new AssertionError("the whole state after step " + step + " was left, not " + result);
        }
        var checkpoint = new Checkpoints(imported.checkpoints()).latest().orElseThrow();
        runFile(file.restore(), Path.of(checkpoint.variables()));
        return values();
    }

    private void runFile(Op op, Path prefix) {
        var runner = run.runner();
        run.feed(runner, file.path(), TString.scalarOf(prefix.toString()));
        runner.addTarget(op).run().close();
    }

    /** Every variable. */
    Map<String, float[]> values() {
        return FormulaGraph.fetch(run.runner(), variables);
    }

    /** Does the steps from one to another, both inclusive; the terms of their losses. */
    List<Map<String, Double>> train(int first, int last) {
        List<Map<String, Double>> losses = new ArrayList<>();
        for (int step = first; step <= last; step++) {
            Map<String, Double> each = new LinkedHashMap<>();
            var given = new StepInputs(
                    step, config.training().batch(), config.model().imageSize());
            run.step(training, given).forEach((name, value) -> each.put(name, (double) value[0]));
            losses.add(each);
        }
        return losses;
    }

    @Override
    public void close() {
        run.close();
    }
}
