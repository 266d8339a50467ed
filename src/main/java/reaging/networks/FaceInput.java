package reaging.networks;

import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.image.ScaleAndTranslate;
import org.tensorflow.types.TFloat32;

/** Converts images in [-1, 1] to the size and the range that a network was trained with. */
final class FaceInput {
    /** Side of the person-segmentation network's input. */
    static final int SELFIE_SIDE = 256;

    /** Width of its border: among 0 to 64 pixels, 16 finds people in the most face crops. */
    static final int SELFIE_BORDER = 16;

    private FaceInput() {}

    /** Subtracts the mean colour of ImageNet, in Caffe's order blue, green, red; 224 x 224. */
    static Operand<TFloat32> caffe(Ops tf, Operand<TFloat32> images) {
        var reversed = tf.reverse(levels(tf, images, 224), tf.array(3)); // [N, 224, 224, 3]
        return tf.math.sub(reversed, tf.array(103.939f, 116.779f, 123.68f));
    }

    /** Subtracts a mean colour and divides by 255; 150 x 150. */
    static Operand<TFloat32> dlib(Ops tf, Operand<TFloat32> images) {
        var centred = tf.math.sub(levels(tf, images, 150), tf.array(122.782f, 117.001f, 104.298f)); // [N, 150, 150, 3]
        return tf.math.div(centred, tf.constant(255f));
    }

    /** Divides by 255 and extends 224 x 224 with a border of edge pixels to 256 x 256, so that a person doesn't fill the image. */
    static Operand<TFloat32> selfie(Ops tf, Operand<TFloat32> images) {
        int size = SELFIE_SIDE - 2 * SELFIE_BORDER;
        var pixels = tf.constant(IntStream.range(-SELFIE_BORDER, size + SELFIE_BORDER)
                .map(i -> Math.min(Math.max(i, 0), size - 1))
                .toArray());
        var tall = tf.gather(levels(tf, images, size), pixels, tf.constant(1)); // [N, 256, 224, 3]
        var bordered = tf.gather(tall, pixels, tf.constant(2)); // [N, 256, 256, 3]
        return tf.math.div(bordered, tf.constant(255f));
    }

    /** Resizes bilinearly, smoothing when shrinking: [N, S, S, 3] in [-1, 1] to [N, size, size, 3] in [0, 255]. */
    static Operand<TFloat32> levels(Ops tf, Operand<TFloat32> images, int size) {
        var side = tf.dtypes.cast(tf.slice(tf.shape(images), tf.array(1), tf.array(2)), TFloat32.class); // [2]
        var resized = tf.image.scaleAndTranslate(
                images,
                tf.array(size, size),
                tf.math.div(tf.constant((float) size), side),
                tf.array(0f, 0f),
                ScaleAndTranslate.kernelType("triangle"),
                ScaleAndTranslate.antialias(true));
        // Not ensureShape, which has no gradient.
        var shaped = tf.reshape(resized, tf.array(-1, size, size, 3));
        return tf.math.mul(tf.math.add(shaped, tf.constant(1f)), tf.constant(127.5f));
    }
}
