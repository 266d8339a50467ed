package reaging.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.ndarray.StdArrays;

/** A hand-made manifest of every stored type. */
class TfjsWeightsTest {
    private static final String MANIFEST = """
            [{"paths": ["one.bin", "two.bin"], "weights": [
              {"name": "plain", "shape": [2], "dtype": "float32"},
              {"name": "bytes", "shape": [3], "dtype": "float32",
               "quantization": {"dtype": "uint8", "scale": 0.5, "min": -1.0}},
              {"name": "shorts", "shape": [1], "dtype": "float32",
               "quantization": {"dtype": "uint16", "scale": 0.001, "min": 2.0}},
              {"name": "halves", "shape": [2, 1], "dtype": "float32",
               "quantization": {"dtype": "float16", "original_dtype": "float32"}},
              {"name": "whole", "shape": [], "dtype": "int32"}]}]
            """;

    @TempDir
    private Path folder;

    private void write(int cut, int length) throws IOException {
        var bytes = ByteBuffer.allocate(21).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putFloat(1.5f).putFloat(-2f);
        bytes.put((byte) 0).put((byte) 2).put((byte) 255);
        bytes.putShort((short) 60_000);
        bytes.putShort((short) 0x3c00).putShort((short) 0xc100);
        bytes.putInt(-7);
        Files.write(folder.resolve("one.bin"), Arrays.copyOf(bytes.array(), cut));
        Files.write(folder.resolve("two.bin"), Arrays.copyOfRange(bytes.array(), cut, length));
    }

    @Test
    void everyStoredTypeIsReadAcrossShards() throws IOException {
        write(9, 21); // in the middle of a weight
        var weights = TfjsWeights.read(JsonParser.parseString(MANIFEST), folder);
        assertArrayEquals(
                new float[] {1.5f, -2},
                StdArrays.array1dCopyOf(weights.get("plain").floats()));
        assertArrayEquals(
                new float[] {-1, 0, 126.5f},
                StdArrays.array1dCopyOf(weights.get("bytes").floats()));
        assertArrayEquals(
                new float[] {62}, StdArrays.array1dCopyOf(weights.get("shorts").floats()));
        assertArrayEquals(
                new float[][] {{1}, {-2.5f}},
                StdArrays.array2dCopyOf(weights.get("halves").floats()));
        assertEquals(
                -7,
                ByteBuffer.wrap(weights.get("whole").content())
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getInt());
    }

    @Test
    void missingAndLeftOverBytesAreDamage() throws IOException {
        write(9, 17);
        var manifest = JsonParser.parseString(MANIFEST);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> TfjsWeights.read(manifest, folder))
                .getMessage()
                .contains("whole needs 4 bytes but only 0 are left"));
        write(9, 21);
        Files.write(folder.resolve("two.bin"), new byte[20]);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> TfjsWeights.read(manifest, folder))
                .getMessage()
                .contains("8 bytes are left over"));
    }

    @ParameterizedTest
    @CsvSource({
        "0x0000, 0",
        "0x8000, -0.0",
        "0x3c00, 1",
        "0x3555, 0.33325195",
        "0x7bff, 65504",
        "0x0001, 5.9604645e-8",
        "0x03ff, 6.097555e-5",
        "0x7c00, Infinity",
        "0xfc00, -Infinity",
        "0x7e00, NaN"
    })
    void halfPrecisionIsExact(String bits, float expected) {
        assertEquals(expected, HalfFloat.toFloat(Integer.decode(bits).shortValue()));
    }
}
