package reaging.runtime;

import java.util.Arrays;
import java.util.Locale;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;

/**
 * The type and shape of a tensor.
 *
 * @param type type of its values
 * @param shape shape, possibly with unknown lengths
 */
public record TensorSpec(DataType type, Shape shape) {
    /** Returns the usual name of the type, for example {@code float32}. */
    public String typeName() {
        return switch (type) {
            case DT_FLOAT -> "float32";
            case DT_DOUBLE -> "float64";
            case DT_HALF -> "float16";
            default -> type.name().substring("DT_".length()).toLowerCase(Locale.ROOT);
        };
    }

    /** Returns the shape as text, such as {@code [3, 3, 8, 16]}. */
    public String shapeText() {
        return Arrays.toString(shape.asArray());
    }
}
