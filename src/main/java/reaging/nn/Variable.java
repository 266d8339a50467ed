package reaging.nn;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/**
 * A float32 resource variable of a graph.
 *
 * @param name its path, for example {@code generator/identity_encoder/block_0/conv_1/kernel}; also its name in checkpoints
 * @param shape fully known
 * @param handle the resource
 * @param kind who moves it
 */
public record Variable(String name, Shape shape, Operand<? extends TType> handle, Kind kind) {

    /** Who moves a variable. */
    public enum Kind {
        /** The optimizer, along a gradient. */
        TRAINED,
        /** An op of its own: running statistics, an optimizer's moments. */
        STATISTIC
    }

    /** The variable's value when {@code tf}'s control dependencies have run. */
    public Operand<TFloat32> read(Ops tf) {
        return tf.readVariableOp(handle, TFloat32.class);
    }

    /** Replaces the value. */
    public Op assign(Ops tf, Operand<TFloat32> value) {
        return tf.assignVariableOp(handle, value);
    }

    /** The number of values. */
    public long size() {
        return shape.size();
    }
}
