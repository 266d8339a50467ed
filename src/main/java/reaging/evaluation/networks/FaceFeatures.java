package reaging.evaluation.networks;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import reaging.losses.FaceDescriptor;

/**
 * Describes faces for the identity loss: the 1024 pooled features of HSE FaceRes, a MobileNet v1. It is not the network that
 * identity is measured with, or a model would be judged by what it was taught to please.
 */
public final class FaceFeatures {
    /**
     * Side of the images that it sees, where it was trained with 224: for outputs of 64 pixels its cosines agree better with
     * those of dlib's network then (correlation .89 in place of .88), in a third of the time. Our choice.
     */
    static final int SIDE = 128;

    private FaceFeatures() {}

    /**
     * Loads it.
     *
     * @param folder of the files that {@link EvaluatorPackages#install} puts there
     * @throws IllegalArgumentException if it is not installed or damaged
     */
    public static FaceDescriptor load(Path folder) {
        var files = EvaluatorPackage.FEATURES;
        if (!files.isIn(folder)) {
            throw new IllegalArgumentException("--identity-weight needs the network that describes faces but " + folder
                    + " lacks " + files.fileNames() + "; \"ragan evaluators install\" gets them");
        }
        var model = (JsonObject) TfjsGraph.json(folder.resolve("faceres.json"));
        var weights = TfjsWeights.read(model.get("weightsManifest"), folder);
        return (tf, images) -> MobileNet.features(tf, weights, FaceInput.levels(tf, images, SIDE));
    }
}
