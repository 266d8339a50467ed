package reaging.nn;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A fully connected layer with bias that maps [N, in] to [N, out]. Its kernel [in, out] starts He-normal, its bias at zero. */
public final class Dense {
    private final Operand<TFloat32> kernel; // [in, out]
    private final Operand<TFloat32> bias; // [out]

    public Dense(Weights weights, long in, long out) {
        kernel = weights.create("kernel", Initializer.heNormal(in), in, out);
        bias = weights.create("bias", Initializer.ZEROS, out);
    }

    /** Adds the layer's output for {@code x} [N, in] to the graph. */
    public Operand<TFloat32> apply(Ops tf, Operand<TFloat32> x) {
        return tf.nn.biasAdd(tf.linalg.matMul(x, kernel), bias);
    }
}
