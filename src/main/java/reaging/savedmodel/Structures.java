package reaging.savedmodel;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.Struct.NamedTupleValue;
import org.tensorflow.proto.Struct.NoneValue;
import org.tensorflow.proto.Struct.StructuredValue;
import org.tensorflow.proto.Struct.TensorSpecProto;
import org.tensorflow.proto.TensorShapeProto;

/** Encodes Python values the way SavedModels do, to describe the arguments and results of functions. */
final class Structures {
    static final StructuredValue NONE = StructuredValue.newBuilder()
            .setNoneValue(NoneValue.getDefaultInstance())
            .build();

    private Structures() {}

    static StructuredValue texts(Collection<String> values) {
        var list = StructuredValue.newBuilder();
        var builder = list.getListValueBuilder();
        values.forEach(value -> builder.addValuesBuilder().setStringValue(value));
        return list.build();
    }

    static StructuredValue tuple(StructuredValue... values) {
        return tuple(Arrays.asList(values));
    }

    static StructuredValue tuple(Collection<StructuredValue> values) {
        var tuple = StructuredValue.newBuilder();
        tuple.getTupleValueBuilder().addAllValues(values);
        return tuple.build();
    }

    static StructuredValue dictionary(Map<String, StructuredValue> values) {
        var dictionary = StructuredValue.newBuilder();
        dictionary.getDictValueBuilder().putAllFields(values);
        return dictionary.build();
    }

    /** Encodes the {@code tf.TensorSpec} of an operand. */
    static StructuredValue spec(String name, Operand<?> operand) {
        var output = operand.asOutput();
        return StructuredValue.newBuilder()
                .setTensorSpecValue(TensorSpecProto.newBuilder()
                        .setName(name)
                        .setShape(shape(output.shape()))
                        .setDtype(output.dataType()))
                .build();
    }

    static TensorShapeProto shape(Shape shape) {
        var proto = TensorShapeProto.newBuilder();
        for (long length : shape.asArray()) {
            proto.addDimBuilder().setSize(length);
        }
        return proto.build();
    }

    /** Encodes the {@code inspect.FullArgSpec} of a function with positional or keyword arguments. */
    static StructuredValue arguments(StructuredValue byPosition, StructuredValue byKeyword) {
        var spec = NamedTupleValue.newBuilder().setName("FullArgSpec");
        field(spec, "args", byPosition);
        field(spec, "varargs", NONE);
        field(spec, "varkw", NONE);
        field(spec, "defaults", NONE);
        field(spec, "kwonlyargs", byKeyword);
        field(spec, "kwonlydefaults", NONE);
        field(spec, "annotations", dictionary(Map.of()));
        return StructuredValue.newBuilder().setNamedTupleValue(spec).build();
    }

    private static void field(NamedTupleValue.Builder tuple, String name, StructuredValue value) {
        tuple.addValuesBuilder().setKey(name).setValue(value);
    }
}
