package reaging.savedmodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.tensorflow.op.Ops;
import reaging.TestGraph;
import reaging.data.FivePoints;
import reaging.data.folders.DataFormat;
import reaging.data.folders.Pruning;
import reaging.model.AgeMix;
import reaging.model.Generator;
import reaging.model.ModelConfig;
import reaging.run.Checkpoints;
import reaging.run.RunConfig;
import reaging.run.TrainingConfig;
import reaging.runtime.VariableFile;

/** Exports of generators that nobody trained. */
public final class ExportedModel {
    private ExportedModel() {}

    /** Exports a generator with random weights, alike for alike seeds. */
    public static Path in(Path folder, ModelConfig model, long seed) throws IOException {
        return in(folder, model, seed, AgeMix.NONE);
    }

    /** Exports a generator with random weights and corrected ages. */
    static Path in(Path folder, ModelConfig model, long seed, AgeMix ages) throws IOException {
        var checkpoint = Files.createTempDirectory(folder, "checkpoint");
        try (var test = new TestGraph()) {
            var weights = test.weights("generator_ema", seed);
            new Generator(weights, model);
            test.randomize(seed, weights);
            VariableFile.of(Ops.create(test.graph()), weights.all())
                    .save(test.session(), checkpoint.resolve("variables").toString());
        }
        var exported = Files.createTempDirectory(folder, "export").resolve("savedmodel");
        var config = new RunConfig("synthetic", DataFormat.AUTO, Pruning.CONFIDENCE, model, TrainingConfig.QUICK);
        var card = new ModelCard("not trained", config, 0, 0, "none", FivePoints.UTKFACE, "none", Map.of(), Map.of());
        var state = new Checkpoints.State(0, 0, 0);
        Exporter.export(new Checkpoints.Checkpoint(checkpoint, state), card.with(ages), exported);
        return exported;
    }
}
