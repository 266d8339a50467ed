package reaging.savedmodel;

import java.nio.file.Path;
import java.util.Map;
import org.tensorflow.TensorFlow;
import reaging.data.FaceFrame;
import reaging.data.FivePoints;
import reaging.run.Checkpoints;
import reaging.run.DataSource;
import reaging.run.Evaluated;
import reaging.run.RunConfig;
import reaging.runtime.OneDnn;

/** What is written on the card of a model that a run made. */
public final class ModelCards {
    private ModelCards() {}

    /** As it was measured when the data were prepared; of data that were not, most likely that of UTKFace. */
    private static FivePoints frame(Path data) {
        return FaceFrame.read(data).map(FaceFrame::mean).orElse(FivePoints.UTKFACE);
    }

    /** The card of a checkpoint; what an evaluation found is on it. */
    public static ModelCard of(RunConfig config, Checkpoints.Checkpoint checkpoint) {
        OneDnn.choose();
        var data = config.data();
        return new ModelCard(
                "Re-Aging GAN: the generator of a run, averaged over training.",
                config,
                checkpoint.state().step(),
                checkpoint.state().images(),
                data.isSynthetic() ? "synthetic faces, drawn by this program" : data.name(),
                data instanceof DataSource.Folder folder ? frame(folder.path()) : FivePoints.SYNTHETIC,
                data.isSynthetic()
                        ? "none needed: no photo was used"
                        : "that of the data; ask whoever trained the model",
                checkpoint.evaluated().map(Evaluated::evaluation).orElse(Map.of()),
                Map.of(
                        "tensorflow", TensorFlow.version(),
                        "java", System.getProperty("java.version")));
    }
}
