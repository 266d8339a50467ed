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
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;
import reaging.runtime.Graphs;

/**
 * Reads faces of a set as tensors, so many at a time; holds a TensorFlow session until it is closed. Reading, decoding,
 * resizing, flipping and batching are ops of one small graph, one branch for each image of the batch.
 */
public final class FaceReader implements AutoCloseable {
    private final FaceSet faces;
    private final Graph graph = Graphs.open();
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
            var image = face(tf, encoded(tf, imageKeys, i), size); // [S, S, 3]
            var mask = faces.masks() == Masks.NONE
                    ? whole(tf, size)
                    : Decoding.mask(tf, encoded(tf, maskKeys, i), faces.masks(), size); // [S, S, 1]
            var flip = tf.reshape(tf.slice(flips, tf.array(i), tf.array(1)), tf.constant(new int[0]));
            imageBranches.add(flipped(tf, flip, image));
            maskBranches.add(flipped(tf, flip, mask));
        }
        images = tf.stack(imageBranches);
        masks = tf.stack(maskBranches);
        session = new Session(graph);
    }

    private Operand<TString> encoded(Ops tf, Operand<TString> keys, int i) {
        var key = tf.reshape(tf.slice(keys, tf.array(i), tf.array(1)), tf.constant(new int[0])); // scalar
        return faces.storage().read(tf, key);
    }

    /**
     * Decodes a face and brings its middle square to the size wanted.
     *
     * @param bytes of a JPEG or PNG, scalar
     * @param size side S of the result, in pixels
     * @return [S, S, 3] in [-1, 1]
     */
    public static Operand<TFloat32> face(Ops tf, Operand<TString> bytes, int size) {
        return signed(tf, Decoding.image(tf, bytes, size));
    }

    private static Operand<TFloat32> whole(Ops tf, int size) {
        return tf.fill(tf.array(size, size, 1), tf.constant(1f));
    }

    /** From 0..255 to -1..1. */
    public static Operand<TFloat32> signed(Ops tf, Operand<TFloat32> image) {
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
            maskBytes.setObject(faces.masks() == Masks.NONE ? new byte[0] : faces.mask(indices[i]), i);
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
