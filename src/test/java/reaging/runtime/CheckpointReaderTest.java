package reaging.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.EagerSession;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.DataType;

class CheckpointReaderTest {
    @TempDir
    private Path folder;

    @Test
    void namesTypesShapesAndScalarsAreRead() {
        var prefix = folder.resolve("file").toString();
        try (var session = EagerSession.create()) {
            Ops tf = Ops.create(session);
            tf.train.save(
                    tf.constant(prefix),
                    tf.array("a/matrix", "count", "text"),
                    tf.array("", "", ""),
                    List.of(tf.constant(new float[2][3]), tf.constant(5_000_000_000L), tf.constant("grüße")));
        }
        try (var reader = new CheckpointReader(prefix)) {
            assertEquals(
                    Map.of(
                            "a/matrix", new TensorSpec(DataType.DT_FLOAT, Shape.of(2, 3)),
                            "count", new TensorSpec(DataType.DT_INT64, Shape.scalar()),
                            "text", new TensorSpec(DataType.DT_STRING, Shape.scalar())),
                    reader.tensors());
            assertEquals(5_000_000_000L, reader.integer("count"));
            assertArrayEquals("grüße".getBytes(StandardCharsets.UTF_8), reader.bytes("text"));
        }
    }

    @Test
    void whatIsNoCheckpointIsNamed() {
        var prefix = folder.resolve("nothing").toString();
        var error = assertThrows(UncheckedIOException.class, () -> new CheckpointReader(prefix));
        assertTrue(error.getMessage().contains(prefix), error.getMessage());
    }

    @Test
    void typesHaveTheirUsualNames() {
        var spec = new TensorSpec(DataType.DT_FLOAT, Shape.of(3, 3, 8, 16));
        assertEquals("float32 [3, 3, 8, 16]", spec.typeName() + " " + spec.shapeText());
    }
}
