package reaging.networks;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

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

    private final Map<String, TfjsTensor> weights;

    private FaceFeatures(Map<String, TfjsTensor> weights) {
        this.weights = weights;
    }

    /**
     * Loads it.
     *
     * @param folder of the files that {@link EvaluatorPackages#install} puts there
     * @throws IllegalArgumentException if it is not installed or damaged
     */
    public static FaceFeatures load(Path folder) {
        EvaluatorPackage.FEATURES.requireIn(folder, "the identity loss needs the network that describes faces");
        var model = (JsonObject) TfjsGraph.json(folder.resolve("faceres.json"));
        return new FaceFeatures(TfjsWeights.read(model.get("weightsManifest"), folder));
    }

    /**
     * Adds the network to a graph; gradients go through it.
     *
     * @param images [N, S, S, 3] in [-1, 1]
     * @return [N, 1024]
     */
    public Operand<TFloat32> describe(Ops tf, Operand<TFloat32> images) {
        return MobileNet.features(tf, weights, FaceInput.levels(tf, images, SIDE));
    }
}
