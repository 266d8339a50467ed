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
 * A run of an ablation. Finished work is kept in its folder and not repeated.
 *
 * @param folder folder of the run, which need not exist yet
 * @param config configuration of the run
 */
public record AblationRun(RunFolder folder, RunConfig config) {

    /** Describes the state of the run. */
    public String state() {
        if (folder.finished()) {
            return "already trained";
        }
        return Files.exists(folder.config()) ? "resumes" : "new";
    }

    /**
     * Trains the run to its end and exports its model.
     *
     * @throws CancellationException if the listener requested a stop; a checkpoint has been written
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
                throw new IllegalArgumentException("an ablation's runs may differ only in variant and seed but "
                        + changes + " (" + folder.config() + "); give another folder");
            }
            return;
        }
        // A process killed now must not leave a folder without a configuration.
        var beside = Path.of(folder.path() + ".part");
        try {
            FileTree.delete(beside);
            RunFolder.create(beside, config);
            Files.move(beside, folder.path());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create the run folder " + folder.path(), e);
        }
    }

    /** Measures its model, unless already done; values are rounded as in the file, so that both give the same table. */
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
