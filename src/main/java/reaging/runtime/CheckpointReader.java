package reaging.runtime;

import static org.tensorflow.internal.c_api.global.tensorflow.TF_CheckpointReaderGetVariable;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_CheckpointReaderGetVariableDataType;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_CheckpointReaderGetVariableNumDims;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_CheckpointReaderGetVariableShape;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_CheckpointReaderSize;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteCheckpointReader;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_NewCheckpointReader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.tensorflow.EagerSession;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.internal.c_api.TF_CheckpointReader;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TString;
import org.tensorflow.types.family.TType;

/**
 * Reads the contents of a TensorFlow checkpoint (format V2); it holds native memory until it is closed. Since TensorFlow Java's
 * public API has no counterpart, this class calls the C API below it.
 */
public final class CheckpointReader implements AutoCloseable {
    private final String prefix;
    private final TF_Status status;
    private final TF_CheckpointReader reader;

    /**
     * Opens a checkpoint.
     *
     * @param prefix prefix of its files; the index is {@code prefix.index}
     * @throws UncheckedIOException if the index cannot be read
     */
    public CheckpointReader(String prefix) {
        this.prefix = prefix;
        OneDnn.choose();
        status = TF_Status.newStatus();
        reader = TF_NewCheckpointReader(prefix, status);
        check();
    }

    private void check() {
        try {
            status.throwExceptionIfNotOK();
        } catch (TensorFlowException | TFInvalidArgumentException e) {
            throw damaged(e);
        }
    }

    private UncheckedIOException damaged(RuntimeException e) {
        return new UncheckedIOException(
                "cannot read the checkpoint " + prefix + ": it is damaged or not a checkpoint; write it again",
                new IOException(
                        String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given"), e));
    }

    /** Returns all tensors by their names in the file. */
    public Map<String, TensorSpec> tensors() {
        Map<String, TensorSpec> tensors = new TreeMap<>();
        for (int i = 0; i < TF_CheckpointReaderSize(reader); i++) {
            String name = TF_CheckpointReaderGetVariable(reader, i).getString();
            tensors.put(name, new TensorSpec(type(name), shape(name)));
        }
        return tensors;
    }

    private DataType type(String name) {
        return DataType.forNumber(TF_CheckpointReaderGetVariableDataType(reader, name));
    }

    private Shape shape(String name) {
        long[] lengths = new long[TF_CheckpointReaderGetVariableNumDims(reader, name)];
        if (lengths.length > 0) { // for a scalar the C API rejects an array
            TF_CheckpointReaderGetVariableShape(reader, name, lengths, lengths.length, status);
            check();
        }
        return Shape.of(lengths);
    }

    /** Reads a scalar string of bytes. */
    public byte[] bytes(String name) {
        return read(name, TString.class, value -> value.asBytes().getObject());
    }

    /** Reads a scalar 64-bit integer. */
    public long integer(String name) {
        return read(name, TInt64.class, TInt64::getLong);
    }

    private <T extends TType, V> V read(String name, Class<T> type, Function<T, V> value) {
        // The session owns the tensor, so the value is read before it closes.
        try (var session = EagerSession.create()) {
            Ops tf = Ops.create(session);
            var read = tf.train.restore(tf.constant(prefix), tf.array(name), tf.array(""), List.of(type));
            return value.apply(type.cast(read.tensors().get(0).asTensor()));
        } catch (TensorFlowException | TFInvalidArgumentException e) {
            throw damaged(e);
        }
    }

    @Override
    public void close() {
        TF_DeleteCheckpointReader(reader);
        status.delete();
    }
}
