package reaging.ablation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import reaging.data.Split;
import reaging.data.synthetic.SyntheticFaces;
import reaging.evaluation.report.ReportJson;
import reaging.evaluation.truth.GroundTruth;
import reaging.files.FileTree;
import reaging.files.WholeFile;
import reaging.run.Checkpoints;
import reaging.run.ConfigChanges;
import reaging.run.RunConfig;
import reaging.run.RunFolder;
import reaging.run.TrainingListener;
import reaging.savedmodel.Exporter;
import reaging.savedmodel.ModelCards;
import reaging.savedmodel.ReAger;
import reaging.training.Trainer;

/**
 * One run of an ablation. What is done is in its folder, and is not done again.
 *
 * @param folder need not exist yet
 * @param config of the run
 */
public record AblationRun(RunFolder folder, RunConfig config) {

    /** Where the run is. */
    public String state() {
        if (folder.finished()) {
            return "trained already";
        }
        return Files.exists(folder.config()) ? "goes on" : "new";
    }

    /**
     * Trains it to its end and exports its model.
     *
     * @throws CancellationException if the listener wanted it to stop; there is a checkpoint then
     */
    public void train(Split faces, TrainingListener listener) {
        begin();
        if (folder.finished()) {
            return;
        }
        var state = Trainer.train(folder, config, faces.training(), faces.heldOut(), listener);
        if (state.step() < config.training().steps()) {
            throw new CancellationException(
                    String.format("stopped %s at %.1f kimg", folder.path(), state.images() / 1000.0));
        }
        var checkpoint = new Checkpoints(folder.checkpoints()).latest().orElseThrow();
        Exporter.export(checkpoint, ModelCards.of(config, checkpoint), folder.savedModel());
    }

    private void begin() {
        if (Files.exists(folder.path())) {
            var changes = ConfigChanges.text(folder.readConfig(), config);
            if (!changes.isEmpty()) {
                throw new IllegalArgumentException("an ablation's runs differ in variant and seed alone but " + changes
                        + " (" + folder.config() + "); give another folder");
            }
            return;
        }
        // A process that is killed now must not leave a folder without its configuration.
        var beside = Path.of(folder.path() + ".part");
        try {
            FileTree.delete(beside);
            RunFolder.create(beside, config);
            Files.move(beside, folder.path());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the run folder " + folder.path(), e);
        }
    }

    /** Measures its model unless that was done; digits are those of the file, so that both give the same table. */
    public GroundTruth truth(SyntheticFaces people, IntConsumer progress) {
        var file = folder.path().resolve("truth.json");
        if (!Files.exists(file)) {
            try (var model = ReAger.load(folder.savedModel())) {
                var json = ReportJson.of(GroundTruth.measure(model, people, progress)) + "\n";
                WholeFile.write(file, json.getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            return ReportJson.truth(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
