package reaging.savedmodel;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import reaging.runtime.TensorSpec;

/** Describes the inputs and outputs of a SavedModel's functions. */
public final class SignatureText {
    private SignatureText() {}

    /** Returns texts such as {@code image [N, 64, 64, 3] -> identity [N, 16, 16, 32]}; types are float32 unless stated. */
    public static Map<String, String> of(Map<String, SignatureDef> signatures) {
        return each(signatures, SignatureText::of);
    }

    /** Returns such a text for one signature. */
    static String of(SignatureDef signature) {
        return text(signature.getInputsMap()) + " -> " + text(signature.getOutputsMap());
    }

    /** Returns inputs and outputs, each tensor with its type and shape, for example {@code float32 [N]}. */
    public static Map<String, Map<String, Map<String, String>>> tensors(Map<String, SignatureDef> signatures) {
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

    /** Returns the type and shape of a tensor, for example {@code float32 [N, 64, 64, 3]}. */
    static String typed(TensorInfo tensor) {
        return new TensorSpec(tensor.getDtype(), Shape.scalar()).typeName() + " " + shape(tensor);
    }

    private static String shape(TensorInfo tensor) {
        if (tensor.getTensorShape().getUnknownRank()) {
            return "[...]";
        }
        var lengths = tensor.getTensorShape().getDimList();
        return IntStream.range(0, lengths.size())
                .mapToObj(axis -> length(axis, lengths.get(axis).getSize()))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** Formats the length of an axis; the first axis counts the items of a batch. */
    private static String length(int axis, long length) {
        return length >= 0 ? String.valueOf(length) : axis == 0 ? "N" : "any";
    }
}
