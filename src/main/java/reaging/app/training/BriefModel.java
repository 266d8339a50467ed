package reaging.app.training;

import java.nio.file.Path;
import java.util.function.Function;
import reaging.files.FileTree;
import reaging.run.Checkpoints;
import reaging.savedmodel.Exporter;
import reaging.savedmodel.ModelCard;
import reaging.savedmodel.ReAger;

/** A checkpoint exported for as long as it takes to measure it. */
final class BriefModel {
    private BriefModel() {}

    /** Exports a checkpoint into a folder, uses it, and deletes it again. */
    static <T> T in(Path folder, Checkpoints.Checkpoint checkpoint, ModelCard card, Function<ReAger, T> use) {
        var model = folder.resolve("savedmodel");
        Exporter.export(checkpoint, card, model);
        try (var reAger = ReAger.load(model)) {
            return use.apply(reAger);
        } finally {
            FileTree.remove(model);
        }
    }
}
