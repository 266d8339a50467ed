package reaging.savedmodel;

import java.util.List;
import org.tensorflow.ConcreteFunction;
import org.tensorflow.Operand;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.image.DecodeImage;
import org.tensorflow.op.image.DecodePng;
import org.tensorflow.op.image.ResizeBilinear;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;
import org.tensorflow.types.TUint8;
import reaging.pictures.PictureReader;
import reaging.pictures.Square;

/**
 * Decodes and encodes image files inside a graph: what {@link PictureReader} and {@link Square} do with JPEG and PNG, as far as
 * TensorFlow can. It does not rotate photos upright, ignores colour profiles, and in some grey or coloured PNG files ignores
 * that one colour is declared transparent.
 */
final class ImageBytes {
    private static final float WHITE = 255;

    private ImageBytes() {}

    /**
     * Decodes faces of any size and resizes the central square of each.
     *
     * @param bytes content of JPEG or PNG files, [N]
     * @param size side S of the results, in pixels
     * @return [N, S, S, 3] in [-1, 1]
     */
    static Operand<TFloat32> decode(Ops tf, Operand<TString> bytes, int size) {
        // Files decode to different sizes, so the same function handles them one by one.
        try (var one = ConcreteFunction.create(body -> decodeOne(body, size))) {
            var images = tf.mapDefun(
                    List.of(bytes), List.of(), List.of(TFloat32.class), List.of(Shape.of(size, size, 3)), one);
            Operand<TFloat32> decoded = images.iterator().next().asOutput().expect(TFloat32.class);
            return tf.reshape(decoded, tf.array(-1, size, size, 3));
        }
    }

    private static Signature decodeOne(Ops tf, int size) {
        var bytes = placeholder(tf);
        var levels = resized(tf, square(tf, opaque(tf, bytes)), size); // [1, S, S, 3]
        var signed = tf.math.sub(tf.math.mul(levels, tf.constant(2 / 255f)), tf.constant(1f));
        return Signature.builder()
                .key("decode_image")
                .input("bytes", bytes)
                .output("image", tf.reshape(signed, tf.array(size, size, 3)))
                .build();
    }

    private static Placeholder<TString> placeholder(Ops tf) {
        return tf.placeholder(TString.class, Placeholder.shape(Shape.scalar()));
    }

    /** Decodes an image to [H, W, 3] in 0..255; only PNG files can be transparent. */
    private static Operand<TFloat32> opaque(Ops tf, Operand<TString> bytes) {
        var isPng = tf.math.equal(tf.strings.substr(bytes, tf.constant(1), tf.constant(3)), tf.constant("PNG"));
        try (var png = ConcreteFunction.create(ImageBytes::png);
                var other = ConcreteFunction.create(ImageBytes::other)) {
            var decoded = tf.statelessIf(isPng, List.of(bytes), List.of(TFloat32.class), png, other);
            return decoded.iterator().next().asOutput().expect(TFloat32.class);
        }
    }

    private static Signature png(Ops tf) {
        var bytes = placeholder(tf);
        var image = level(tf, tf.image.decodePng(bytes, TUint8.class, DecodePng.channels(4L))); // [H, W, 4]
        var colours = tf.slice(image, tf.array(0, 0, 0), tf.array(-1, -1, 3)); // [H, W, 3]
        var alpha = tf.slice(image, tf.array(0, 0, 3), tf.array(-1, -1, 1)); // [H, W, 1]
        var opacity = tf.math.div(alpha, tf.constant(255f)); // [H, W, 1]
        var behind = tf.math.mul(tf.math.sub(tf.constant(1f), opacity), tf.constant(WHITE)); // [H, W, 1]
        return function("decode_png", bytes, tf.math.add(tf.math.mul(colours, opacity), behind));
    }

    private static Signature other(Ops tf) {
        var bytes = placeholder(tf);
        var image = tf.image.decodeImage(
                bytes, TUint8.class, DecodeImage.channels(3L), DecodeImage.expandAnimations(false));
        return function("decode_other", bytes, level(tf, image)); // [H, W, 3]
    }

    private static Operand<TFloat32> level(Ops tf, Operand<TUint8> image) {
        return tf.dtypes.cast(image, TFloat32.class);
    }

    private static Signature function(String name, Placeholder<TString> bytes, Operand<TFloat32> levels) {
        return Signature.builder()
                .key(name)
                .input("bytes", bytes)
                .output("levels", levels)
                .build();
    }

    /** Crops the central square of an image, [H, W, 3] to [1, side, side, 3]. */
    private static Operand<TFloat32> square(Ops tf, Operand<TFloat32> image) {
        var sides = tf.slice(tf.shape(image), tf.array(0), tf.array(2)); // [2]
        var side = tf.reduceMin(sides, tf.constant(0));
        var margins = tf.math.div(tf.math.sub(sides, side), tf.constant(2)); // [2]
        var begin = tf.concat(List.of(margins, tf.array(0)), tf.constant(0)); // [3]
        var extent = tf.stack(List.of(side, side, tf.constant(3))); // [3]
        return tf.expandDims(tf.slice(image, begin, extent), tf.constant(0));
    }

    /** Resizes by area averaging when shrinking, bilinearly when growing: [1, side, side, 3] to [1, S, S, 3]. */
    private static Operand<TFloat32> resized(Ops tf, Operand<TFloat32> square, int size) {
        var side = tf.slice(tf.shape(square), tf.array(1), tf.array(2)); // [2]
        // Each of the two resizes is the identity where the other one acts.
        var shrunk = tf.image.resizeArea(square, tf.math.minimum(side, tf.array(size, size)));
        return tf.image.resizeBilinear(shrunk, tf.array(size, size), ResizeBilinear.halfPixelCenters(true));
    }

    /**
     * Encodes images as PNG.
     *
     * @param images [N, S, S, 3] in [-1, 1]
     * @return [N]
     */
    static Operand<TString> encode(Ops tf, Operand<TFloat32> images) {
        var scaled = tf.math.mul(tf.math.add(images, tf.constant(1f)), tf.constant(127.5f)); // 0..255
        return tf.image.encodePng(tf.dtypes.cast(tf.math.round(scaled), TUint8.class));
    }
}
