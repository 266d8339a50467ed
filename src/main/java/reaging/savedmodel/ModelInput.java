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
 * An input of a model's signature. Where it has another type, or another order or number of axes than the {@link Contract},
 * ops that are added to the model's graph convert what the contract gives: whole numbers are 0 to 255 in a picture.
 */
final class ModelInput {
    private final String tensor;
    private final @Nullable Placeholder<TFloat32> given; // null: taken as it is
    private final @Nullable Operand<? extends TNumber> converted; // null: taken as it is

    private ModelInput(
            String tensor, @Nullable Placeholder<TFloat32> given, @Nullable Operand<? extends TNumber> converted) {
        this.tensor = tensor;
        this.given = given;
        this.converted = converted;
    }

    /** An input as the contract has it. */
    static ModelInput plain(TensorForm form) {
        return new ModelInput(form.info().getName(), null, null);
    }

    /** Faces, or with one channel masks. */
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

    /** From [-1, 1] to whole numbers, 0 to 255. */
    private static Operand<TFloat32> levels(Ops tf, Operand<TFloat32> values) {
        var inRange = tf.clipByValue(values, tf.constant(-1f), tf.constant(1f));
        return tf.math.round(tf.math.mul(tf.math.add(inRange, tf.constant(1f)), tf.constant(127.5f)));
    }

    /** Ages in years, [N] or [N, 1]. */
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

    /** Has values converted in a run. */
    void convert(Session.Runner runner, Tensor values) {
        runner.feed(given, values).fetch(converted);
    }

    /** Gives the model its values in a run. */
    void feed(Session.Runner runner, Tensor values) {
        runner.feed(tensor, values);
    }
}
