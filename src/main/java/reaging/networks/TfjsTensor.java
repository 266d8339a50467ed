package reaging.networks;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/**
 * The values of a weight.
 *
 * @param type DT_FLOAT or DT_INT32
 * @param shape lengths of its axes
 * @param content 4 bytes per value, little endian
 */
record TfjsTensor(DataType type, long[] shape, byte[] content) {
    static TfjsTensor of(DataType type, long[] shape, double[] values) {
        var bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            if (type == DataType.DT_INT32) {
                bytes.putInt((int) Math.round(value));
            } else {
                bytes.putFloat((float) value);
            }
        }
        return new TfjsTensor(type, shape, bytes.array());
    }

    /** Converts it to the form of constants in TensorFlow graphs. */
    TensorProto proto() {
        var lengths = TensorShapeProto.newBuilder();
        Arrays.stream(shape)
                .forEach(length ->
                        lengths.addDim(TensorShapeProto.Dim.newBuilder().setSize(length)));
        return TensorProto.newBuilder()
                .setDtype(type)
                .setTensorShape(lengths)
                .setTensorContent(ByteString.copyFrom(content))
                .build();
    }

    FloatNdArray floats() {
        var values = new float[content.length / 4];
        ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return NdArrays.wrap(Shape.of(shape), DataBuffers.of(values));
    }
}
