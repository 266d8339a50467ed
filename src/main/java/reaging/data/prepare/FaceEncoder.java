package reaging.data.prepare;

import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;
import org.tensorflow.types.TUint8;
import reaging.data.Decoding;
import reaging.data.Masks;
import reaging.runtime.Graphs;

/** Makes PNG files of one size from faces, one face at a time, from any thread; holds a TensorFlow session. */
final class FaceEncoder implements AutoCloseable {
    private final Graph graph = Graphs.open();
    private final Session session;
    private final Placeholder<TString> image; // scalar, encoded
    private final Placeholder<TString> mask; // scalar, encoded
    private final Operand<TString> smallImage; // scalar, PNG
    private final Operand<TString> smallMask; // scalar, PNG
    private final Operand<TFloat32> face; // scalar, 0 where no pixel is face

    /** A mask as a PNG file, and whether any of it is face. */
    record Mask(byte[] png, boolean empty) {}

    /**
     * @param masks what the mask files hold
     * @param size side S of the files made, in pixels
     */
    FaceEncoder(Masks masks, int size) {
        Ops tf = Ops.create(graph);
        image = tf.placeholder(TString.class, Placeholder.shape(Shape.scalar()));
        mask = tf.placeholder(TString.class, Placeholder.shape(Shape.scalar()));
        smallImage = png(tf, Decoding.image(tf, image, size));
        var weights = Decoding.mask(tf, mask, masks, size); // [S, S, 1]
        smallMask = png(tf, tf.math.mul(weights, tf.constant(255f)));
        face = tf.max(weights, tf.array(0, 1, 2));
        session = new Session(graph);
    }

    /** Levels [S, S, C] in 0..255, rounded, as PNG. */
    static Operand<TString> png(Ops tf, Operand<TFloat32> levels) {
        return tf.image.encodePng(tf.dtypes.cast(tf.math.rint(levels), TUint8.class));
    }

    /** An image file as training sees it, rounded to 256 levels, as PNG. */
    byte[] image(byte[] file) {
        try (var tensor = scalar(file);
                var result =
                        session.runner().feed(image, tensor).fetch(smallImage).run()) {
            return bytes((TString) result.get(0));
        }
    }

    /** A mask file as training sees it, 255 = face, as PNG. */
    Mask mask(byte[] file) {
        try (var tensor = scalar(file);
                var result = session.runner()
                        .feed(mask, tensor)
                        .fetch(smallMask)
                        .fetch(face)
                        .run()) {
            return new Mask(bytes((TString) result.get(0)), ((TFloat32) result.get(1)).getFloat() == 0);
        }
    }

    static TString scalar(byte[] bytes) {
        return TString.tensorOfBytes(NdArrays.scalarOfObject(bytes));
    }

    static byte[] bytes(TString scalar) {
        return scalar.asBytes().getObject();
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
