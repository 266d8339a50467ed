package reaging.savedmodel;

import java.util.List;
import org.tensorflow.ConcreteFunction;
import org.tensorflow.Operand;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;
import org.tensorflow.types.TUint8;
import reaging.data.FaceReader;

/** Image files as tensors, inside a graph. */
final class ImageBytes {
    private ImageBytes() {}

    /**
     * Decodes faces of any size and brings the middle square of each to the size wanted.
     *
     * @param bytes of JPEG or PNG files, [N]
     * @param size side S of the results, in pixels
     * @return [N, S, S, 3] in [-1, 1]
     */
    static Operand<TFloat32> decode(Ops tf, Operand<TString> bytes, int size) {
        // Files decode to different sizes: one after the other, each by the same function.
        try (var one = ConcreteFunction.create(body -> decodeOne(body, size))) {
            var images = tf.mapDefun(
                    List.of(bytes), List.of(), List.of(TFloat32.class), List.of(Shape.of(size, size, 3)), one);
            Operand<TFloat32> decoded = images.iterator().next().asOutput().expect(TFloat32.class);
            return tf.reshape(decoded, tf.array(-1, size, size, 3));
        }
    }

    private static Signature decodeOne(Ops tf, int size) {
        var bytes = tf.placeholder(TString.class, Placeholder.shape(Shape.scalar()));
        return Signature.builder()
                .key("decode_image")
                .input("bytes", bytes)
                .output("image", FaceReader.face(tf, bytes, size))
                .build();
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
