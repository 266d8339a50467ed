package reaging.app;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import reaging.runtime.TensorSpec;

/** What the functions of a SavedModel take and give, in words. */
final class SignatureText {
    private SignatureText() {}

    /** For example {@code image [N, 64, 64, 3] -> identity [N, 16, 16, 32]}; float32 where no type is given. */
    static Map<String, String> of(Map<String, SignatureDef> signatures) {
        return each(signatures, signature -> text(signature.getInputsMap()) + " -> " + text(signature.getOutputsMap()));
    }

    /** Inputs and outputs, each tensor with its type and shape, for example {@code float32 [N]}. */
    static Map<String, Map<String, Map<String, String>>> tensors(Map<String, SignatureDef> signatures) {
        return each(
                signatures,
                signature -> Map.of(
                        "inputs", each(signature.getInputsMap(), SignatureText::typed),
                        "outputs", each(signature.getOutputsMap(), SignatureText::typed)));
    }

    private static <T, R> Map<String, R> each(Map<String, T> values, Function<T, R> function) {
        Map<String, R> results = new TreeMap<>();
        values.forEach((name, value) -> results.put(name, function.apply(value)));
        return results;
    }

    private static String text(Map<String, TensorInfo> tensors) {
        return new TreeMap<>(tensors)
                .entrySet().stream()
                        .map(entry ->
                                entry.getKey() + " " + typed(entry.getValue()).replaceFirst("^float32 ", ""))
                        .collect(Collectors.joining(", "));
    }

    private static String typed(TensorInfo tensor) {
        return new TensorSpec(tensor.getDtype(), Shape.scalar()).typeName() + " " + shape(tensor);
    }

    private static String shape(TensorInfo tensor) {
        if (tensor.getTensorShape().getUnknownRank()) {
            return "[...]";
        }
        return tensor.getTensorShape().getDimList().stream()
                .map(length -> length.getSize() < 0 ? "N" : String.valueOf(length.getSize()))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
