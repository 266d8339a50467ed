package reaging.networks;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.tensorflow.proto.DataType;

/**
 * Reads the weights of a TensorFlow.js model: a manifest, and shards that are one long file in pieces. A weight stored in 8 or 16
 * bits is {@code value * scale + min}, as in TensorFlow.js (io_utils.ts, decodeWeights).
 */
final class TfjsWeights {
    private TfjsWeights() {}

    private record Group(List<String> paths, List<Weight> weights) {}

    private record Weight(
            String name,
            long[] shape,
            String dtype,
            @Nullable Quantization quantization) {}

    private record Quantization(String dtype, double scale, double min) {}

    /**
     * Reads the weights.
     *
     * @param manifest the value of {@code weightsManifest}, or the file of that name
     * @param folder folder of the shards
     * @return weights by name
     */
    static Map<String, TfjsTensor> read(JsonElement manifest, Path folder) {
        Map<String, TfjsTensor> tensors = new LinkedHashMap<>();
        for (var group : groups(manifest, folder)) {
            var bytes = ByteBuffer.wrap(shards(folder, group.paths())).order(ByteOrder.LITTLE_ENDIAN);
            for (var weight : group.weights()) {
                tensors.put(weight.name(), next(bytes, weight, folder));
            }
            if (bytes.hasRemaining()) {
                throw damaged(folder, bytes.remaining() + " bytes are left over");
            }
        }
        return tensors;
    }

    private static Group[] groups(JsonElement manifest, Path folder) {
        try {
            return new Gson().fromJson(manifest, Group[].class);
        } catch (JsonParseException e) {
            throw damaged(folder, "its weight manifest is invalid: " + e.getMessage());
        }
    }

    private static byte[] shards(Path folder, List<String> paths) {
        var all = new ByteArrayOutputStream();
        for (String path : paths) {
            try {
                all.write(Files.readAllBytes(folder.resolve(path)));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the weights " + folder.resolve(path), e);
            }
        }
        return all.toByteArray();
    }

    private static TfjsTensor next(ByteBuffer bytes, Weight weight, Path folder) {
        String stored = weight.quantization() == null
                ? weight.dtype()
                : weight.quantization().dtype();
        var values = new double[(int) LongStream.of(weight.shape()).reduce(1, Math::multiplyExact)];
        int needed = values.length * width(stored, weight);
        if (bytes.remaining() < needed) {
            throw damaged(
                    folder, weight.name() + " needs " + needed + " bytes but only " + bytes.remaining() + " are left");
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = dequantized(next(bytes, stored), weight.quantization());
        }
        return TfjsTensor.of(
                weight.dtype().equals("int32") ? DataType.DT_INT32 : DataType.DT_FLOAT, weight.shape(), values);
    }

    private static int width(String stored, Weight weight) {
        return switch (stored) {
            case "uint8" -> 1;
            case "uint16", "float16" -> 2;
            case "float32", "int32" -> 4;
            default ->
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "a weight must be float32, int32, float16, uint16 or uint8 but %s is %s; convert the model again",
                        weight.name(),
                        stored));
        };
    }

    private static double next(ByteBuffer bytes, String stored) {
        return switch (stored) {
            case "uint8" -> Byte.toUnsignedInt(bytes.get());
            case "uint16" -> Short.toUnsignedInt(bytes.getShort());
            case "float16" -> HalfFloat.toFloat(bytes.getShort());
            case "int32" -> bytes.getInt();
            default -> bytes.getFloat();
        };
    }

    private static double dequantized(double value, @Nullable Quantization quantization) {
        // Half precision is stored without scale.
        return quantization == null || quantization.dtype().equals("float16")
                ? value
                : value * quantization.scale() + quantization.min();
    }

    private static IllegalArgumentException damaged(Path folder, String what) {
        return new IllegalArgumentException("a TensorFlow.js model must be intact but that in " + folder
                + " is damaged (" + what + "); install it again");
    }
}
