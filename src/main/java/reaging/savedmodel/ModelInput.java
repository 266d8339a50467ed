package reaging.savedmodel;

import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TNumber;

/**
 * An input of a model's signature. If its type, or the order or number of its axes, differs from the {@link Contract}, ops added
 * to the model's graph convert the contract's values: in a picture, whole numbers are 0 to 255.
 */
final class ModelInput {
    private final String tensor;
    private final @Nullable Placeholder<TFloat32> given; // null: no conversion
    private final @Nullable Operand<? extends TNumber> converted; // null: no conversion

    private ModelInput(
            String tensor, @Nullable Placeholder<TFloat32> given, @Nullable Operand<? extends TNumber> converted) {
        this.tensor = tensor;
        this.given = given;
        this.converted = converted;
    }

    /** Creates an input that matches the contract. */
    static ModelInput plain(TensorForm form) {
        return new ModelInput(form.info().getName(), null, null);
    }

    /** Creates an input of faces or, with one channel, masks. */
    static ModelInput pictures(Ops tf, TensorForm form, int channels) {
        boolean first = form.channelsFirst(channels);
        if (form.isFloat32() && !first) {
            return plain(form);
        }
        var given = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, -1, -1, channels)));
        Operand<TFloat32> values = form.isWhole() && channels > 1 ? levels(tf, given) : given;
        Operand<TFloat32> ordered = first ? tf.linalg.transpose(values, tf.array(0, 3, 1, 2)) : values; // [N, C, S, S]
        return new ModelInput(form.info().getName(), given, cast(tf, ordered, form));
    }

    /** Converts from [-1, 1] to whole numbers, 0 to 255. */
    private static Operand<TFloat32> levels(Ops tf, Operand<TFloat32> values) {
        var inRange = tf.clipByValue(values, tf.constant(-1f), tf.constant(1f));
        return tf.math.round(tf.math.mul(tf.math.add(inRange, tf.constant(1f)), tf.constant(127.5f)));
    }

    /** Creates an input of ages in years, [N] or [N, 1]. */
    static ModelInput ages(Ops tf, TensorForm form) {
        boolean column = form.hasRank() && form.mayHaveRank(2);
        if (form.isFloat32() && !column) {
            return plain(form);
        }
        var given = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1)));
        Operand<TFloat32> shaped = column ? tf.expandDims(given, tf.constant(1)) : given; // [N, 1]
        Operand<TFloat32> values = form.isWhole() ? tf.math.round(shaped) : shaped;
        return new ModelInput(form.info().getName(), given, cast(tf, values, form));
    }

    private static Operand<? extends TNumber> cast(Ops tf, Operand<TFloat32> values, TensorForm form) {
        return form.isFloat32() ? values : tf.dtypes.cast(values, form.type().orElseThrow());
    }

    /** Whether values have to be converted. */
    boolean converts() {
        return given != null;
    }

    /** Feeds a run that converts values. */
    void convert(Session.Runner runner, Tensor values) {
        runner.feed(given, values).fetch(converted);
    }

    /** Feeds values to the model in a run. */
    void feed(Session.Runner runner, Tensor values) {
        runner.feed(tensor, values);
    }
}
