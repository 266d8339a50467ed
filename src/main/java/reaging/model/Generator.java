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
        return show(tf, encoding, decoder.draw(tf, encoding.identity(), style), mask);
    }

    /**
     * Adds the decoder's blocks once for several styles of the same people: fewer and larger ops than one pass for each.
     *
     * @param styles at least two styles, each [N, d]
     * @return the decoder's last features for each style, [N, S, S, b], to be shown
     */
    public List<Operand<TFloat32>> drawTogether(Ops tf, Encoding encoding, List<Operand<TFloat32>> styles) {
        int count = styles.size();
        var axis = tf.constant(0);
        var identities = tf.concat(Collections.nCopies(count, encoding.identity()), axis); // [count N, 16, 16, C]
        var faces = decoder.draw(tf, identities, tf.concat(styles, axis)); // [count N, S, S, b]
        return List.copyOf(tf.split(axis, faces, (long) count).output());
    }

    /**
     * Adds the last part of the decoder, which lets the background of the original and, with attention, more of it flow in.
     *
     * @param face the decoder's last features, [N, S, S, b]
     * @param mask mask of the encoded image
     * @return [N, S, S, 3], linear: not clipped to [-1, 1]
     */
    public Operand<TFloat32> show(Ops tf, Encoding encoding, Operand<TFloat32> face, Operand<TFloat32> mask) {
        return decoder.show(tf, face, encoding.imageFeatures(), used(tf, mask));
    }

    /** Adds the same part, but without attention: all that the mask covers is drawn. */
    public Operand<TFloat32> showWhole(Ops tf, Encoding encoding, Operand<TFloat32> face, Operand<TFloat32> mask) {
        return decoder.showWhole(tf, face, encoding.imageFeatures(), used(tf, mask));
    }

    private Operand<TFloat32> used(Ops tf, Operand<TFloat32> mask) {
        return config.has(Part.BACKGROUND) ? mask : wholeImage(tf);
    }

    /** Returns the mask for images without one: everything is face, [1, 1, 1, 1]. */
    public static Operand<TFloat32> wholeImage(Ops tf) {
        return tf.reshape(tf.constant(1f), tf.array(1, 1, 1, 1));
    }
}
