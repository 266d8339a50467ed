package reaging.savedmodel;

import java.util.Map;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.types.TFloat32;
import reaging.Tensors;

/** Encoding, modulating and decoding, each by its own signature. */
final class Stages {
    private static final double BOUND = 1e-5;

    private Stages() {}

    /** Holds the stages to what {@code reage_masked} gave. */
    static void assertGive(
            FloatNdArray expected, ReAger model, FloatNdArray images, FloatNdArray masks, float... years) {
        try (var image = TFloat32.tensorOf(images);
                var mask = TFloat32.tensorOf(masks);
                var age = TFloat32.vectorOf(years);
                var identity = model.call(Contract.ENCODE_MASKED, Map.of(Contract.IMAGE, image, Contract.MASK, mask));
                var style = model.call(
                        Contract.MODULATE, Map.of(Contract.IDENTITY, identity.get(0), Contract.TARGET_AGE, age));
                var decoded = model.call(
                        Contract.DECODE,
                        Map.of(
                                Contract.IMAGE,
                                image,
                                Contract.MASK,
                                mask,
                                Contract.IDENTITY,
                                identity.get(0),
                                Contract.STYLE,
                                style.get(0)))) {
            Tensors.assertClose(expected, (TFloat32) decoded.get(0), BOUND);
        }
    }
}
