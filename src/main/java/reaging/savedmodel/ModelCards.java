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

/** Creates model cards for the models of runs. */
public final class ModelCards {
    private ModelCards() {}

    /** Returns the frame measured when the data were prepared; data that were not are most likely cropped as in UTKFace. */
    private static FivePoints frame(Path data) {
        return FaceFrame.read(data).map(FaceFrame::mean).orElse(FivePoints.UTKFACE);
    }

    /** Returns the card of a checkpoint, with the results of its evaluation, if any. */
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
