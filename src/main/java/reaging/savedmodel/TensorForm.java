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
 * How a model has one of its tensors: type, and the lengths of its axes, of which any may be unknown.
 *
 * @param info what the model says of it
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

    /** Its type; empty: not one of numbers that can be converted. */
    Optional<Class<? extends TNumber>> type() {
        return Optional.ofNullable(NUMBERS.get(info.getDtype()));
    }

    boolean isFloat32() {
        return info.getDtype() == DataType.DT_FLOAT;
    }

    /** Whether it holds whole numbers: of a picture then 0 to 255. */
    boolean isWhole() {
        return info.getDtype() == DataType.DT_UINT8
                || info.getDtype() == DataType.DT_INT32
                || info.getDtype() == DataType.DT_INT64;
    }

    /** Whether the number of its axes is known. */
    boolean hasRank() {
        return !info.getTensorShape().getUnknownRank();
    }

    /** Whether its axes are that many, as far as one knows. */
    boolean mayHaveRank(int rank) {
        return !hasRank() || info.getTensorShape().getDimCount() == rank;
    }

    /** The length of an axis; -1: any. */
    long length(int axis) {
        return hasRank() && axis < info.getTensorShape().getDimCount()
                ? info.getTensorShape().getDim(axis).getSize()
                : -1;
    }

    /** Whether an axis has that length, as far as one knows. */
    boolean mayBe(int axis, long length) {
        return length(axis) < 0 || length(axis) == length;
    }

    /** Of a picture: whether the channels come before height and width. */
    boolean channelsFirst(int channels) {
        return length(1) == channels && length(3) != channels;
    }

    @Override
    public String toString() {
        return SignatureText.typed(info);
    }
}
