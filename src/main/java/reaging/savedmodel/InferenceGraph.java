package reaging.savedmodel;

import static reaging.savedmodel.Contract.ENCODE;
import static reaging.savedmodel.Contract.ENCODE_MASKED;
import static reaging.savedmodel.Contract.IDENTITY;
import static reaging.savedmodel.Contract.IMAGE;
import static reaging.savedmodel.Contract.LIFESPAN;
import static reaging.savedmodel.Contract.MASK;
import static reaging.savedmodel.Contract.MODULATE;
import static reaging.savedmodel.Contract.REAGE;
import static reaging.savedmodel.Contract.REAGED;
import static reaging.savedmodel.Contract.REAGE_MASKED;
import static reaging.savedmodel.Contract.STYLE;
import static reaging.savedmodel.Contract.TARGET_AGE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Stack;
import org.tensorflow.types.TFloat32;
import reaging.data.AgeGroup;
import reaging.model.AgeCode;
import reaging.model.Encoding;
import reaging.model.Generator;
import reaging.model.ModelConfig;
import reaging.nn.Phase;
import reaging.nn.Weights;

/**
 * The generator at inference, with every function of the {@link Contract}.
 *
 * @param weights the generator's variables; somebody has to fill them
 * @param signatures by name
 */
record InferenceGraph(Weights weights, Map<String, SignatureOps> signatures) {

    /**
     * One function.
     *
     * @param inputs placeholders by name
     * @param outputs by name
     */
    record SignatureOps(Map<String, Operand<TFloat32>> inputs, Map<String, Operand<TFloat32>> outputs) {}

    static InferenceGraph build(Graph graph, ModelConfig model) {
        Ops tf = Ops.create(graph);
        int size = model.imageSize();
        var weights = Weights.unfilled(graph, "generator");
        var generator = new Generator(weights, model);

        // Inputs, shared by the functions.
        var image = placeholder(tf, IMAGE, -1, size, size, 3);
        var mask = placeholder(tf, MASK, -1, size, size, 1);
        var years = placeholder(tf, TARGET_AGE, -1);
        int side = ModelConfig.IDENTITY_SIZE;
        var identity = placeholder(tf, IDENTITY, -1, side, side, model.identityWidth());
        var ageCode = AgeCode.of(tf, AgeCode.groups(tf, years, AgeGroup.centres())); // [N, 500]

        // Functions.
        var whole = Generator.wholeImage(tf);
        var encoding = generator.encode(tf, image, whole);
        var maskedEncoding = generator.encode(tf, image, mask);
        var reAged = clipped(tf, generator.reAge(tf, encoding, ageCode, whole, Phase.INFERENCE));
        var maskedReAged = clipped(tf, generator.reAge(tf, maskedEncoding, ageCode, mask, Phase.INFERENCE));
        var style = generator.modulate(tf, identity, ageCode, Phase.INFERENCE);

        Map<String, SignatureOps> signatures = new LinkedHashMap<>();
        signatures.put(REAGE, new SignatureOps(Map.of(IMAGE, image, TARGET_AGE, years), Map.of(REAGED, reAged)));
        signatures.put(
                REAGE_MASKED,
                new SignatureOps(Map.of(IMAGE, image, MASK, mask, TARGET_AGE, years), Map.of(REAGED, maskedReAged)));
        signatures.put(
                LIFESPAN, new SignatureOps(Map.of(IMAGE, image), Map.of(REAGED, lifespan(tf, generator, encoding))));
        signatures.put(ENCODE, new SignatureOps(Map.of(IMAGE, image), Map.of(IDENTITY, encoding.identity())));
        signatures.put(
                ENCODE_MASKED,
                new SignatureOps(Map.of(IMAGE, image, MASK, mask), Map.of(IDENTITY, maskedEncoding.identity())));
        signatures.put(MODULATE, new SignatureOps(Map.of(IDENTITY, identity, TARGET_AGE, years), Map.of(STYLE, style)));
        return new InferenceGraph(weights, signatures);
    }

    /** All ten groups in order, [N, 10, S, S, 3]; the face is encoded once. */
    private static Operand<TFloat32> lifespan(Ops tf, Generator generator, Encoding encoding) {
        var whole = Generator.wholeImage(tf);
        var identity = encoding.identity();
        var count = tf.slice(tf.shape(identity), tf.array(0), tf.array(1)); // [1]
        List<Operand<TFloat32>> ages = new ArrayList<>();
        for (double centre : AgeGroup.centres()) {
            var years = tf.fill(count, tf.constant((float) centre)); // [N]
            var ageCode = AgeCode.of(tf, AgeCode.groups(tf, years, AgeGroup.centres())); // [N, 500]
            ages.add(clipped(tf, generator.reAge(tf, encoding, ageCode, whole, Phase.INFERENCE)));
        }
        return tf.stack(ages, Stack.axis(1L));
    }

    private static Operand<TFloat32> clipped(Ops tf, Operand<TFloat32> image) {
        return tf.clipByValue(image, tf.constant(-1f), tf.constant(1f));
    }

    private static Placeholder<TFloat32> placeholder(Ops tf, String name, long... shape) {
        return tf.withName(name).placeholder(TFloat32.class, Placeholder.shape(Shape.of(shape)));
    }
}
