package reaging.data.prepare;

import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;
import reaging.data.Decoding;
import reaging.data.FaceReader;
import reaging.runtime.Graphs;

/** Masks of one size that are made from images, one image at a time, from any thread; holds a TensorFlow session. */
final class PersonMasks implements AutoCloseable {
    /** The part of a side that is face in every image that is cropped to a face. */
    private static final double MIDDLE = .4;

    /** The part of the middle that is person where one is found: holes, as in the lenses of glasses, are allowed. */
    private static final float FOUND = .8f;

    private final MaskMaker maker;
    private final Graph graph = Graphs.open();
    private final Session session;
    private final Placeholder<TString> image; // scalar, encoded
    private final Operand<TFloat32> square; // [1, side, side, 3] in [-1, 1]
    private final Placeholder<TFloat32> person; // [P, P]
    private final Operand<TString> mask; // scalar, PNG
    private final Operand<TString> whole; // scalar, PNG

    /**
     * No mask yet.
     *
     * @param size side S of the masks, in pixels
     */
    PersonMasks(MaskMaker maker, int size) {
        this.maker = maker;
        Ops tf = Ops.create(graph);
        image = tf.placeholder(TString.class, Placeholder.shape(Shape.scalar()));
        square = FaceReader.signed(tf, tf.dtypes.cast(Decoding.square(tf, image), TFloat32.class));
        person = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, -1)));
        var resized = Decoding.resized(tf, tf.expandDims(tf.expandDims(person, tf.constant(0)), tf.constant(3)), size);
        var probability = tf.reshape(resized, tf.array(size, size, 1)); // [S, S, 1]
        var found = tf.dtypes.cast(tf.math.greater(probability, tf.constant(.5f)), TFloat32.class); // [S, S, 1]
        var all = tf.fill(tf.array(size, size, 1), tf.constant(1f)); // [S, S, 1]
        mask = png(tf, tf.select(tf.math.greaterEqual(middle(tf, found, size), tf.constant(FOUND)), found, all));
        whole = png(tf, all);
        session = new Session(graph);
    }

    /** The share of the middle that a mask [S, S, 1] covers, scalar. */
    private static Operand<TFloat32> middle(Ops tf, Operand<TFloat32> mask, int size) {
        int margin = (int) (size * (1 - MIDDLE) / 2);
        int side = size - 2 * margin;
        return tf.math.mean(tf.slice(mask, tf.array(margin, margin, 0), tf.array(side, side, 1)), tf.array(0, 1, 2));
    }

    private static Operand<TString> png(Ops tf, Operand<TFloat32> weights) {
        return FaceEncoder.png(tf, tf.math.mul(weights, tf.constant(255f)));
    }

    /** The mask of an encoded image as PNG, 255 = person; all of it where no person is found in the middle. */
    byte[] mask(byte[] file) {
        try (var probabilities = TFloat32.tensorOf(StdArrays.ndCopyOf(person(file)));
                var result =
                        session.runner().feed(person, probabilities).fetch(mask).run()) {
            return FaceEncoder.bytes((TString) result.get(0));
        }
    }

    private float[][] person(byte[] file) {
        try (var tensor = FaceEncoder.scalar(file);
                var result = session.runner().feed(image, tensor).fetch(square).run()) {
            return maker.person().apply((TFloat32) result.get(0));
        }
    }

    /** The mask, as PNG, of an image that counts as face as a whole. */
    byte[] whole() {
        try (var result = session.runner().fetch(whole).run()) {
            return FaceEncoder.bytes((TString) result.get(0));
        }
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
