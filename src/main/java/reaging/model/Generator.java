package reaging.model;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import reaging.nn.Phase;
import reaging.nn.Weights;

/**
 * Re-ages a face: encodes the identity, turns the target age into a style for it, and decodes both to an image (figure 2 of the
 * paper).
 */
public final class Generator {
    private final IdentityEncoder encoder;
    private final @Nullable AgeModulator modulator; // null: an ablation without it
    private final Decoder decoder;
    private final ModelConfig config;

    public Generator(Weights weights, ModelConfig config) {
        encoder = new IdentityEncoder(weights.at("identity_encoder"), config);
        modulator = config.has(Part.MODULATOR) ? new AgeModulator(weights.at("age_modulator"), config) : null;
        decoder = new Decoder(weights.at("decoder"), config);
        this.config = config;
    }

    /**
     * Adds the first half of a pass, which does not depend on the target age.
     *
     * @param image [N, S, S, 3] in [-1, 1]
     * @param mask 1 for face, 0 for background, [N, S, S, 1]; or {@link #wholeImage}
     */
    public Encoding encode(Ops tf, Operand<TFloat32> image, Operand<TFloat32> mask) {
        return encoder.apply(tf, image, used(tf, mask));
    }

    /**
     * Adds only the first layer.
     *
     * @param image [N, S, S, 3] in [-1, 1]
     * @return the part of the {@link Encoding} that does not depend on the identity, [N, S, S, b]
     */
    public Operand<TFloat32> imageFeatures(Ops tf, Operand<TFloat32> image) {
        return encoder.imageFeatures(tf, image);
    }

    /**
     * Adds the age modulator.
     *
     * @param identity [N, 16, 16, C]
     * @param ageCode [N, 500], see {@link AgeCode}
     * @return f_aw, the style, [N, d]; the age code if there is no modulator
     */
    public Operand<TFloat32> modulate(Ops tf, Operand<TFloat32> identity, Operand<TFloat32> ageCode, Phase phase) {
        return modulator == null ? ageCode : modulator.apply(tf, identity, ageCode, phase);
    }

    /**
     * Adds the second half of a pass: modulator and decoder.
     *
     * @param ageCode [N, 500]
     * @param mask mask of the encoded image
     * @return the same people at the target age, [N, S, S, 3], linear: not clipped to [-1, 1]
     */
    public Operand<TFloat32> reAge(
            Ops tf, Encoding encoding, Operand<TFloat32> ageCode, Operand<TFloat32> mask, Phase phase) {
        var style = modulate(tf, encoding.identity(), ageCode, phase); // [N, d]
        return decode(tf, encoding, style, mask);
    }

    /**
     * Adds the decoder.
     *
     * @param style [N, d]
     * @param mask mask of the encoded image
     * @return [N, S, S, 3], linear: not clipped to [-1, 1]
     */
    public Operand<TFloat32> decode(Ops tf, Encoding encoding, Operand<TFloat32> style, Operand<TFloat32> mask) {
        return decoder.apply(tf, encoding, style, used(tf, mask));
    }

    /**
     * Adds the decoder once for several styles of the same people: fewer and larger ops than one pass for each.
     *
     * @param styles styles, each [N, d]
     * @param mask mask of the encoded image
     * @return images for each style, [N, S, S, 3], linear: not clipped to [-1, 1]
     */
    public List<Operand<TFloat32>> decodeTogether(
            Ops tf, Encoding encoding, List<Operand<TFloat32>> styles, Operand<TFloat32> mask) {
        int count = styles.size();
        var repeated =
                new Encoding(repeated(tf, encoding.identity(), count), repeated(tf, encoding.imageFeatures(), count));
        var stacked = tf.concat(styles, tf.constant(0)); // [count N, d]
        var masks = config.has(Part.BACKGROUND) ? repeated(tf, mask, count) : wholeImage(tf);
        var images = decoder.apply(tf, repeated, stacked, masks); // [count N, S, S, 3]
        return List.copyOf(tf.split(tf.constant(0), images, (long) count).output());
    }

    private static Operand<TFloat32> repeated(Ops tf, Operand<TFloat32> x, int count) {
        return tf.concat(Collections.nCopies(count, x), tf.constant(0));
    }

    private Operand<TFloat32> used(Ops tf, Operand<TFloat32> mask) {
        return config.has(Part.BACKGROUND) ? mask : wholeImage(tf);
    }

    /** Returns the mask for images without one: everything is face, [1, 1, 1, 1]. */
    public static Operand<TFloat32> wholeImage(Ops tf) {
        return tf.reshape(tf.constant(1f), tf.array(1, 1, 1, 1));
    }
}
