package reaging.savedmodel;

import java.util.Map;
import java.util.Optional;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TNumber;

/**
 * The form of a model's tensor: its type and the lengths of its axes, any of which may be unknown.
 *
 * @param info the model's description of the tensor
 */
record TensorForm(TensorInfo info) {
    private static final Map<DataType, Class<? extends TNumber>> NUMBERS = Map.of(
            DataType.DT_FLOAT, TFloat32.class,
            DataType.DT_HALF, TFloat16.class,
            DataType.DT_BFLOAT16, TBfloat16.class,
            DataType.DT_DOUBLE, TFloat64.class,
            DataType.DT_UINT8, TUint8.class,
            DataType.DT_INT32, TInt32.class,
            DataType.DT_INT64, TInt64.class);

    /** Returns its type; empty: not a numeric type that can be converted. */
    Optional<Class<? extends TNumber>> type() {
        return Optional.ofNullable(NUMBERS.get(info.getDtype()));
    }

    boolean isFloat32() {
        return info.getDtype() == DataType.DT_FLOAT;
    }

    /** Whether it holds whole numbers, which in a picture are 0 to 255. */
    boolean isWhole() {
        return info.getDtype() == DataType.DT_UINT8
                || info.getDtype() == DataType.DT_INT32
                || info.getDtype() == DataType.DT_INT64;
    }

    /** Whether the number of its axes is known. */
    boolean hasRank() {
        return !info.getTensorShape().getUnknownRank();
    }

    /** Whether it may have a number of axes, as far as is known. */
    boolean mayHaveRank(int rank) {
        return !hasRank() || info.getTensorShape().getDimCount() == rank;
    }

    /** Returns the length of an axis; -1: any. */
    long length(int axis) {
        return hasRank() && axis < info.getTensorShape().getDimCount()
                ? info.getTensorShape().getDim(axis).getSize()
                : -1;
    }

    /** Whether an axis may have a length, as far as is known. */
    boolean mayBe(int axis, long length) {
        return length(axis) < 0 || length(axis) == length;
    }

    /** Whether a picture's channels come before height and width. */
    boolean channelsFirst(int channels) {
        return length(1) == channels && length(3) != channels;
    }

    @Override
    public String toString() {
        return SignatureText.typed(info);
    }
}
