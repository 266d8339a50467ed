package reaging.networks;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Describes faces for the identity loss: the 1024 pooled features of HSE FaceRes, a MobileNet v1. It is deliberately not the
 * network that measures identity, since a model must not be judged by what it was trained to satisfy.
 */
public final class FaceFeatures {
    /**
     * Side of its input images; it was trained with 224, but for outputs of 64 pixels its cosines agree better with those of dlib's
     * network at this size (correlation .89 instead of .88), in a third of the time. Our choice.
     */
    static final int SIDE = 128;

    private final Map<String, TfjsTensor> weights;

    private FaceFeatures(Map<String, TfjsTensor> weights) {
        this.weights = weights;
    }

    /**
     * Loads the network.
     *
     * @param folder folder in which {@link EvaluatorPackages#install} put it
     * @throws IllegalArgumentException if it is not installed or damaged
     */
    public static FaceFeatures load(Path folder) {
        EvaluatorPackage.FEATURES.requireIn(folder, "the identity loss needs its network");
        var model = (JsonObject) TfjsGraph.json(folder.resolve("faceres.json"));
        return new FaceFeatures(TfjsWeights.read(model.get("weightsManifest"), folder));
    }

    /**
     * Adds the network to a graph; gradients flow through it.
     *
     * @param images [N, S, S, 3] in [-1, 1]
     * @return [N, 1024]
     */
    public Operand<TFloat32> describe(Ops tf, Operand<TFloat32> images) {
        return MobileNet.features(tf, weights, FaceInput.levels(tf, images, SIDE));
    }
}
