package reaging.data;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.image.DecodeImage;
import org.tensorflow.op.image.ResizeBilinear;
import org.tensorflow.op.image.ResizeNearestNeighbor;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TNumber;

/** From encoded images and masks to tensors of the size wanted, as TensorFlow ops. */
public final class Decoding {
    private Decoding() {}

    /**
     * An encoded image at its own size.
     *
     * @param encoded JPEG, PNG, GIF or BMP, a scalar
     * @param channels 3 for colour, 1 for grey
     * @return [H, W, channels]
     */
    public static Operand<TUint8> whole(Ops tf, Operand<TString> encoded, long channels) {
        return tf.image.decodeImage(
                encoded, TUint8.class, DecodeImage.channels(channels), DecodeImage.expandAnimations(false));
    }

    /**
     * The middle square of an encoded image: averaged by area where it shrinks, bilinear where it grows.
     *
     * @param size side S wanted, in pixels
     * @return [S, S, 3] in 0..255
     */
    public static Operand<TFloat32> image(Ops tf, Operand<TString> encoded, int size) {
        return tf.reshape(resized(tf, square(tf, encoded), size), tf.array(size, size, 3));
    }

    /**
     * The middle square of an encoded image at its own size.
     *
     * @return [1, side, side, 3]
     */
    public static Operand<TUint8> square(Ops tf, Operand<TString> encoded) {
        return square(tf, encoded, 3);
    }

    /** Averaged by area where it shrinks, bilinear where it grows: [1, side, side, C] to [1, S, S, C]. */
    public static Operand<TFloat32> resized(Ops tf, Operand<? extends TNumber> square, int size) {
        var side = tf.slice(tf.shape(square), tf.array(1), tf.array(2)); // [2]
        // Each of the two resizes leaves alone what the other one changes.
        var shrunk = tf.image.resizeArea(square, tf.math.minimum(side, tf.array(size, size)));
        return tf.image.resizeBilinear(shrunk, tf.array(size, size), ResizeBilinear.halfPixelCenters(true));
    }

    /**
     * The middle square of an encoded mask by its nearest pixels, which keeps its values.
     *
     * @param size side S wanted, in pixels
     * @return [S, S, 1] in 0..1, 1 = face
     */
    public static Operand<TFloat32> mask(Ops tf, Operand<TString> encoded, Masks masks, int size) {
        var resized = tf.image.resizeNearestNeighbor(
                square(tf, encoded, 1), tf.array(size, size), ResizeNearestNeighbor.halfPixelCenters(true));
        var values = tf.dtypes.cast(tf.reshape(resized, tf.array(size, size, 1)), TFloat32.class);
        return masks.weights(tf, values);
    }

    private static Operand<TUint8> square(Ops tf, Operand<TString> encoded, long channels) {
        var image = whole(tf, encoded, channels); // [H, W, channels]
        var sides = tf.slice(tf.shape(image), tf.array(0), tf.array(2)); // [2]
        var side = tf.reduceMin(sides, tf.constant(0));
        var margins = tf.math.div(tf.math.sub(sides, side), tf.constant(2)); // [2]
        var begin = tf.concat(List.of(margins, tf.array(0)), tf.constant(0)); // [3]
        var extent = tf.stack(List.of(side, side, tf.constant(-1))); // [3]
        return tf.expandDims(tf.slice(image, begin, extent), tf.constant(0));
    }
}
