package reaging.data;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.image.DecodeImage;
import org.tensorflow.op.image.ResizeNearestNeighbor;
import org.tensorflow.op.image.ScaleAndTranslate;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;
import org.tensorflow.types.TUint8;

/**
 * Reads faces of a set as tensors, so many at a time; holds a TensorFlow session until it is closed. Reading, decoding,
 * resizing, flipping and batching are ops of one small graph, one branch for each image of the batch.
 */
public final class FaceReader implements AutoCloseable {
    private final FaceSet faces;
    private final Graph graph = new Graph();
    private final Session session;
    private final Placeholder<TString> imageKeys; // [N]
    private final Placeholder<TString> maskKeys; // [N]
    private final Placeholder<TBool> flips; // [N]
    private final Operand<TFloat32> images; // [N, S, S, 3]
    private final Operand<TFloat32> masks; // [N, S, S, 1]

    /**
     * A reader of {@code count} faces at a time.
     *
     * @param size side S of the images wanted, in pixels
     */
    public FaceReader(FaceSet faces, int size, int count) {
        this.faces = faces;
        Ops tf = Ops.create(graph);
        imageKeys = tf.placeholder(TString.class, Placeholder.shape(Shape.of(count)));
        maskKeys = tf.placeholder(TString.class, Placeholder.shape(Shape.of(count)));
        flips = tf.placeholder(TBool.class, Placeholder.shape(Shape.of(count)));
        List<Operand<TFloat32>> imageBranches = new ArrayList<>();
        List<Operand<TFloat32>> maskBranches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            var image = face(tf, faces.storage().read(tf, at(tf, imageKeys, i)), size); // [S, S, 3]
            var mask = faces.masked()
                    ? nearest(tf, square(tf, decoded(tf, faces.storage().read(tf, at(tf, maskKeys, i)), 1)), size)
                    : whole(tf, size); // [S, S, 1]
            var flip = tf.reshape(tf.slice(flips, tf.array(i), tf.array(1)), tf.constant(new int[0]));
            imageBranches.add(flipped(tf, flip, image));
            maskBranches.add(flipped(tf, flip, mask));
        }
        images = tf.stack(imageBranches);
        masks = tf.stack(maskBranches);
        session = new Session(graph);
    }

    private static Operand<TString> at(Ops tf, Operand<TString> keys, int i) {
        return tf.reshape(tf.slice(keys, tf.array(i), tf.array(1)), tf.constant(new int[0])); // scalar
    }

    /**
     * Decodes a face and brings its middle square to the size wanted.
     *
     * @param bytes of a JPEG or PNG, scalar
     * @param size side S of the result, in pixels
     * @return [S, S, 3] in [-1, 1]
     */
    public static Operand<TFloat32> face(Ops tf, Operand<TString> bytes, int size) {
        return signed(tf, smoothed(tf, square(tf, decoded(tf, bytes, 3)), size));
    }

    private static Operand<TFloat32> decoded(Ops tf, Operand<TString> bytes, long channels) {
        var pixels = tf.image.decodeImage(
                bytes, TUint8.class, DecodeImage.channels(channels), DecodeImage.expandAnimations(false));
        return tf.dtypes.cast(pixels, TFloat32.class); // [H, W, channels], 0..255
    }

    private static Operand<TFloat32> whole(Ops tf, int size) {
        return tf.fill(tf.array(size, size, 1), tf.constant(1f));
    }

    /** The middle square of an image, [H, W, C] to [1, side, side, C]. */
    private static Operand<TFloat32> square(Ops tf, Operand<TFloat32> image) {
        var sides = tf.slice(tf.shape(image), tf.array(0), tf.array(2)); // [2]
        var side = tf.reduceMin(sides, tf.constant(0));
        var margins = tf.math.div(tf.math.sub(sides, side), tf.constant(2)); // [2]
        var begin = tf.concat(List.of(margins, tf.array(0)), tf.constant(0)); // [3]
        var extent = tf.stack(List.of(side, side, tf.constant(-1))); // [3]
        return tf.expandDims(tf.slice(image, begin, extent), tf.constant(0));
    }

    /** A square image, smoothed where it shrinks, [1, side, side, 3] to [S, S, 3]. */
    private static Operand<TFloat32> smoothed(Ops tf, Operand<TFloat32> image, int size) {
        var side = tf.dtypes.cast(tf.slice(tf.shape(image), tf.array(1), tf.array(2)), TFloat32.class); // [2]
        var scale = tf.math.div(tf.constant((float) size), side); // [2]
        var resized = tf.image.scaleAndTranslate(
                image,
                tf.array(size, size),
                scale,
                tf.zeros(tf.array(2), TFloat32.class),
                ScaleAndTranslate.kernelType("triangle"),
                ScaleAndTranslate.antialias(true));
        return tf.reshape(resized, tf.array(size, size, 3));
    }

    /** A square mask by its nearest pixels, which keeps its values, [1, side, side, 1] in 0..255 to [S, S, 1] in 0..1. */
    private static Operand<TFloat32> nearest(Ops tf, Operand<TFloat32> mask, int size) {
        var resized = tf.image.resizeNearestNeighbor(
                mask, tf.array(size, size), ResizeNearestNeighbor.halfPixelCenters(true));
        return tf.math.div(tf.reshape(resized, tf.array(size, size, 1)), tf.constant(255f));
    }

    /** From 0..255 to -1..1. */
    private static Operand<TFloat32> signed(Ops tf, Operand<TFloat32> image) {
        return tf.math.sub(tf.math.mul(image, tf.constant(2 / 255f)), tf.constant(1f));
    }

    private static Operand<TFloat32> flipped(Ops tf, Operand<TBool> flip, Operand<TFloat32> image) {
        return tf.select(flip, tf.reverse(image, tf.array(1)), image);
    }

    /**
     * Reads faces.
     *
     * @param indices their numbers, as many as the reader was made for
     * @param flip which ones are mirrored left to right, image and mask together
     * @throws RuntimeException of TensorFlow if one of them cannot be read or decoded
     */
    public Pixels read(int[] indices, boolean[] flip) {
        var imageBytes = NdArrays.ofObjects(byte[].class, Shape.of(indices.length));
        var maskBytes = NdArrays.ofObjects(byte[].class, Shape.of(indices.length));
        for (int i = 0; i < indices.length; i++) {
            imageBytes.setObject(faces.image(indices[i]), i);
            maskBytes.setObject(faces.masked() ? faces.mask(indices[i]) : new byte[0], i);
        }
        try (var imageTensor = TString.tensorOfBytes(imageBytes);
                var maskTensor = TString.tensorOfBytes(maskBytes);
                var flipTensor = TBool.vectorOf(flip)) {
            return new Pixels(session.runner()
                    .feed(imageKeys, imageTensor)
                    .feed(maskKeys, maskTensor)
                    .feed(flips, flipTensor)
                    .fetch(images)
                    .fetch(masks)
                    .run());
        }
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
