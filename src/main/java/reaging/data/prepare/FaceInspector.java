package reaging.data.prepare;

import java.io.IOException;
import java.nio.file.Files;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TString;
import org.tensorflow.types.TUint8;
import reaging.data.Decoding;
import reaging.data.Masks;
import reaging.data.ReadableFaces;
import reaging.data.folders.FaceFile;
import reaging.files.Hashes;
import reaging.runtime.Graphs;

/** Looks into faces one at a time, decoded as training decodes them, from any thread; holds a TensorFlow session. */
final class FaceInspector implements AutoCloseable {
    private final Masks masks;
    private final Graph graph = Graphs.open();
    private final Session session;
    private final Placeholder<TString> image; // scalar
    private final Placeholder<TString> mask; // scalar
    private final Operand<TInt32> imageShape; // [3]
    private final Operand<TInt32> maskShape; // [3]
    private final Operand<TFloat32> faceShare; // scalar

    /**
     * A face as it is on disk.
     *
     * @param face where it is
     * @param problem why it cannot be read, or null; then the rest is empty
     * @param hash SHA-256 of the image file
     * @param size width and height of the image
     * @param maskSize those of the mask, or null where the set has none
     * @param faceShare part of the mask that is face, 0 to 1
     */
    record Inspection(FaceFile face, String problem, String hash, String size, String maskSize, double faceShare) {
        private static Inspection failed(FaceFile face, String problem) {
            return new Inspection(face, problem, null, null, null, 0);
        }

        boolean readable() {
            return problem == null;
        }
    }

    FaceInspector(Masks masks) {
        this.masks = masks;
        Ops tf = Ops.create(graph);
        image = tf.placeholder(TString.class, Placeholder.shape(Shape.scalar()));
        mask = tf.placeholder(TString.class, Placeholder.shape(Shape.scalar()));
        imageShape = tf.shape(Decoding.whole(tf, image, 3));
        Operand<TUint8> values = Decoding.whole(tf, mask, 1); // [H, W, 1]
        maskShape = tf.shape(values);
        var weights = masks.weights(tf, tf.dtypes.cast(values, TFloat32.class)); // [H, W, 1]
        faceShare = tf.math.mean(weights, tf.array(0, 1, 2));
        session = new Session(graph);
    }

    Inspection inspect(FaceFile face) {
        try {
            return inspect(face, Files.readAllBytes(face.image()));
        } catch (IOException e) {
            return Inspection.failed(face, "it cannot be read: " + e);
        }
    }

    private Inspection inspect(FaceFile face, byte[] bytes) throws IOException {
        String size;
        try (var tensor = scalar(bytes);
                var result =
                        session.runner().feed(image, tensor).fetch(imageShape).run()) {
            size = size((TInt32) result.get(0));
        } catch (TensorFlowException | TFInvalidArgumentException e) {
            return Inspection.failed(face, "no whole image: " + ReadableFaces.reason(e));
        }
        if (masks == Masks.NONE) {
            return new Inspection(face, null, Hashes.sha256(bytes), size, null, 1);
        }
        try (var tensor = scalar(Files.readAllBytes(face.mask()));
                var result = session.runner()
                        .feed(mask, tensor)
                        .fetch(maskShape)
                        .fetch(faceShare)
                        .run()) {
            double share = ((TFloat32) result.get(1)).getFloat();
            return new Inspection(face, null, Hashes.sha256(bytes), size, size((TInt32) result.get(0)), share);
        } catch (TensorFlowException | TFInvalidArgumentException e) {
            return Inspection.failed(face, "its mask is no whole image: " + ReadableFaces.reason(e));
        }
    }

    private static TString scalar(byte[] bytes) {
        return TString.tensorOfBytes(NdArrays.scalarOfObject(bytes));
    }

    private static String size(TInt32 shape) {
        return shape.getInt(1) + " x " + shape.getInt(0);
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
