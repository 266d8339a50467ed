package reaging.savedmodel;

import static reaging.savedmodel.Contract.DECODE;
import static reaging.savedmodel.Contract.ENCODE;
import static reaging.savedmodel.Contract.ENCODE_MASKED;
import static reaging.savedmodel.Contract.IDENTITY;
import static reaging.savedmodel.Contract.IMAGE;
import static reaging.savedmodel.Contract.IMAGE_BYTES;
import static reaging.savedmodel.Contract.LIFESPAN;
import static reaging.savedmodel.Contract.MASK;
import static reaging.savedmodel.Contract.MODULATE;
import static reaging.savedmodel.Contract.REAGE;
import static reaging.savedmodel.Contract.REAGED;
import static reaging.savedmodel.Contract.REAGED_BYTES;
import static reaging.savedmodel.Contract.REAGE_BYTES;
import static reaging.savedmodel.Contract.REAGE_MASKED;
import static reaging.savedmodel.Contract.STYLE;
import static reaging.savedmodel.Contract.TARGET_AGE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Stack;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;
import reaging.data.AgeGroup;
import reaging.model.AgeCode;
import reaging.model.Encoding;
import reaging.model.Generator;
import reaging.model.ModelConfig;
import reaging.nn.Phase;
import reaging.nn.Weights;

/**
 * The graph of the generator at inference, with every function of the {@link Contract}.
 *
 * @param weights the generator's variables, without values yet
 * @param functions the functions in the order of the contract
 */
record InferenceGraph(Weights weights, List<Function> functions) {

    /**
     * A function of the contract.
     *
     * @param signature its name in the contract
     * @param inputs placeholders by name
     * @param output name of its output
     * @param result operand of its output
     */
    record Function(String signature, SortedMap<String, Operand<?>> inputs, String output, Operand<?> result) {
        static Function of(String signature, Map<String, Operand<?>> inputs, String output, Operand<?> result) {
            return new Function(signature, new TreeMap<>(inputs), output, result);
        }
    }

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
        var givenStyle = placeholder(tf, STYLE, -1, model.guideSize());
        var bytes = tf.withName(IMAGE_BYTES).placeholder(TString.class, Placeholder.shape(Shape.of(-1)));
        var ageCode = AgeCode.of(tf, AgeCode.groups(tf, years, AgeGroup.centres())); // [N, 500]

        // Functions.
        var whole = Generator.wholeImage(tf);
        var encoding = generator.encode(tf, image, whole);
        var maskedEncoding = generator.encode(tf, image, mask);
        var decodedEncoding = generator.encode(tf, ImageBytes.decode(tf, bytes, size), whole);
        var reAged = clipped(tf, generator.reAge(tf, encoding, ageCode, whole, Phase.INFERENCE));
        var maskedReAged = clipped(tf, generator.reAge(tf, maskedEncoding, ageCode, mask, Phase.INFERENCE));
        var decodedReAged = clipped(tf, generator.reAge(tf, decodedEncoding, ageCode, whole, Phase.INFERENCE));
        var lifespan = lifespan(tf, generator, encoding);
        var style = generator.modulate(tf, identity, ageCode, Phase.INFERENCE);
        // Recomputes the first layer, which is cheaper than passing its features on.
        var given = new Encoding(identity, generator.imageFeatures(tf, image));
        var decoded = clipped(tf, generator.decode(tf, given, givenStyle, mask));
        return new InferenceGraph(
                weights,
                List.of(
                        Function.of(REAGE, Map.of(IMAGE, image, TARGET_AGE, years), REAGED, reAged),
                        Function.of(
                                REAGE_MASKED,
                                Map.of(IMAGE, image, MASK, mask, TARGET_AGE, years),
                                REAGED,
                                maskedReAged),
                        Function.of(LIFESPAN, Map.of(IMAGE, image), REAGED, lifespan),
                        Function.of(ENCODE, Map.of(IMAGE, image), IDENTITY, encoding.identity()),
                        Function.of(
                                ENCODE_MASKED, Map.of(IMAGE, image, MASK, mask), IDENTITY, maskedEncoding.identity()),
                        Function.of(MODULATE, Map.of(IDENTITY, identity, TARGET_AGE, years), STYLE, style),
                        Function.of(
                                DECODE,
                                Map.of(IMAGE, image, MASK, mask, IDENTITY, identity, STYLE, givenStyle),
                                REAGED,
                                decoded),
                        Function.of(
                                REAGE_BYTES,
                                Map.of(IMAGE_BYTES, bytes, TARGET_AGE, years),
                                REAGED_BYTES,
                                ImageBytes.encode(tf, decodedReAged))));
    }

    /** Re-ages to all ten groups in order, [N, 10, S, S, 3], with one encoding of the face. */
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
