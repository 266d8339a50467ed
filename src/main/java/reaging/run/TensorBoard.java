package reaging.run;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TString;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TType;
import reaging.runtime.Graphs;

/** Writes event files for TensorBoard with TensorFlow's own ops; it holds a session and an open file until it is closed. */
public final class TensorBoard implements AutoCloseable {
    private static final int QUEUED = 1000;
    private static final int FLUSH_MILLIS = 120_000;

    private final Graph graph = Graphs.open();
    private final Session session;
    private final Placeholder<TInt64> step;
    private final Placeholder<TString> tag;
    private final Placeholder<TFloat32> number;
    private final Placeholder<TUint8> picture; // [1, H, W, 3]
    private final Placeholder<TFloat32> values; // any shape
    private final Op writeNumber;
    private final Op writePicture;
    private final Op writeValues;
    private final Op flush;
    private final Op close;

    /** Starts a new event file; TensorBoard shows the files in a folder as one run. */
    public TensorBoard(Path folder) {
        Ops tf = Ops.create(graph);
        step = scalar(tf, TInt64.class);
        tag = scalar(tf, TString.class);
        number = scalar(tf, TFloat32.class);
        picture = tf.placeholder(TUint8.class, Placeholder.shape(Shape.of(1, -1, -1, 3)));
        values = tf.placeholder(TFloat32.class);
        var writer = tf.summary.summaryWriter();
        var open = tf.summary.createSummaryFileWriter(
                writer,
                tf.constant(folder.toString()),
                tf.constant(QUEUED),
                tf.constant(FLUSH_MILLIS),
                tf.constant(".ragan"));
        writeNumber = tf.summary.writeScalarSummary(writer, step, tag, number);
        // The colour of NaN pixels; ours are bytes.
        Operand<TUint8> badColour = tf.dtypes.cast(tf.array(255, 0, 0), TUint8.class);
        writePicture = tf.summary.writeImageSummary(writer, step, tag, picture, badColour);
        writeValues = tf.summary.writeHistogramSummary(writer, step, tag, values);
        flush = tf.summary.flushSummaryWriter(writer);
        close = tf.summary.closeSummaryWriter(writer);
        session = new Session(graph);
        session.run(open);
    }

    private static <T extends TType> Placeholder<T> scalar(Ops tf, Class<T> type) {
        return tf.placeholder(type, Placeholder.shape(Shape.scalar()));
    }

    /** Writes a point of a curve. */
    public void scalar(String name, long at, double value) {
        try (var tensor = TFloat32.scalarOf((float) value)) {
            write(writeNumber, name, at, number, tensor);
        }
    }

    public void image(String name, long at, BufferedImage image) {
        byte[] pixels = new byte[image.getWidth() * image.getHeight() * 3];
        for (int i = 0; i < pixels.length; i += 3) {
            int rgb = image.getRGB(i / 3 % image.getWidth(), i / 3 / image.getWidth());
            pixels[i] = (byte) (rgb >> 16);
            pixels[i + 1] = (byte) (rgb >> 8);
            pixels[i + 2] = (byte) rgb;
        }
        var shape = Shape.of(1, image.getHeight(), image.getWidth(), 3);
        try (var tensor = TUint8.tensorOf(shape, DataBuffers.of(pixels))) {
            write(writePicture, name, at, picture, tensor);
        }
    }

    /** Writes a histogram of a tensor's values. */
    public void histogram(String name, long at, TFloat32 tensor) {
        write(writeValues, name, at, values, tensor);
    }

    private void write(Op op, String name, long at, Operand<?> input, Tensor value) {
        try (var stepTensor = TInt64.scalarOf(at);
                var tagTensor = TString.scalarOf(name)) {
            session.runner()
                    .feed(step, stepTensor)
                    .feed(tag, tagTensor)
                    .feed(input, value)
                    .addTarget(op)
                    .run()
                    .close();
        }
    }

    /** Flushes the file so that readers see what was written. */
    public void flush() {
        session.run(flush);
    }

    @Override
    public void close() {
        session.run(close);
        session.close();
        graph.close();
    }
}
