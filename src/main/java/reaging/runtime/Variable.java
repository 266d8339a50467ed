package reaging.runtime;

import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/**
 * A float32 resource variable of a graph.
 *
 * @param name path, for example {@code generator/identity_encoder/block_0/conv_1/kernel}, also the name in checkpoints
 * @param shape fully known shape
 * @param handle handle of the resource
 * @param kind what moves it
 */
public record Variable(String name, Shape shape, Operand<? extends TType> handle, Kind kind) {

    /** What moves a variable. */
    public enum Kind {
        /** Moved by an optimizer, along a gradient. */
        TRAINED,
        /** Moved by a dedicated op, as running statistics and an optimizer's moments are. */
        STATISTIC
    }

    /** Adds a variable without a value to a graph under exactly this name, which must be new. */
    public static Variable of(Graph graph, String name, Shape shape, Kind kind) {
        // Ops.withName forbids slashes and renames a duplicate; a builder keeps the name exact.
        var operation = graph.opBuilder(VarHandleOp.OP_NAME, name, graph.baseScope())
                .setAttr("dtype", DataType.DT_FLOAT)
                .setAttr("shape", shape)
                .setAttr("shared_name", name)
                .build();
        return new Variable(name, shape, new VarHandleOp(operation), kind);
    }

    /** Returns the variable's value after {@code tf}'s control dependencies have run. */
    public Operand<TFloat32> read(Ops tf) {
        return tf.readVariableOp(handle, TFloat32.class);
    }

    /** Returns an op that replaces the value. */
    public Op assign(Ops tf, Operand<TFloat32> value) {
        return tf.assignVariableOp(handle, value);
    }

    /** Returns an op that sets all values to zero. */
    public Op clear(Ops tf) {
        // Not tf.zeros, which lists the names of all ops in the graph.
        return assign(tf, tf.fill(tf.constant(shape.asArray()), tf.constant(0f)));
    }

    /** Returns the number of values. */
    public long size() {
        return shape.size();
    }
}
