package reaging.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tensorflow.DeviceSpec;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Compares one convolution on a device with the same one in Java, to detect devices that compute wrong results.
 *
 * @param device device such as "cpu:0"
 * @param error largest absolute difference; values are of the order of 1
 * @param seconds duration of the second run
 */
public record ConvolutionCheck(String device, double error, double seconds) {
    /** Maximum error, above that of TF32, to which GPUs round products. */
    public static final double TOLERANCE = 5e-3;

    private static final int SIDE = 32;
    private static final int CHANNELS = 8;
    private static final int KERNEL = 3;

    /** Checks the CPU and every GPU that TensorFlow finds. */
    public static List<ConvolutionCheck> all() {
        List<ConvolutionCheck> checks = new ArrayList<>();
        checks.add(on(DeviceSpec.DeviceType.CPU, 0));
        try {
            for (int gpu = 0; ; gpu++) {
                checks.add(on(DeviceSpec.DeviceType.GPU, gpu));
            }
        } catch (TFInvalidArgumentException e) {
            return checks; // no such device: done
        }
    }

    /** Whether the device computes correctly. */
    public boolean right() {
        return error < TOLERANCE;
    }

    private static ConvolutionCheck on(DeviceSpec.DeviceType type, int index) {
        float[] image = values(SIDE * SIDE * CHANNELS, 0.7);
        float[] kernel = values(KERNEL * KERNEL * CHANNELS * CHANNELS, 1.3);
        try (var graph = Graphs.open();
                var session = new Session(graph)) {
            var device =
                    DeviceSpec.newBuilder().deviceType(type).deviceIndex(index).build();
            Ops tf = Ops.create(graph).withDevice(device);
            var x = tf.constant(Shape.of(1, SIDE, SIDE, CHANNELS), DataBuffers.of(image));
            var w = tf.constant(Shape.of(KERNEL, KERNEL, CHANNELS, CHANNELS), DataBuffers.of(kernel));
            var product = tf.nn.conv2d(x, w, List.of(1L, 1L, 1L, 1L), "VALID"); // [1, 30, 30, 8]
            session.runner().fetch(product).run().close();
            long began = System.nanoTime();
            try (var result = session.runner().fetch(product).run()) {
                double seconds = (System.nanoTime() - began) / 1e9;
                return new ConvolutionCheck(
                        type.name().toLowerCase(Locale.ROOT) + ":" + index,
                        error((TFloat32) result.get(0), image, kernel),
                        seconds);
            }
        }
    }

    private static float[] values(int count, double step) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (Math.sin(step * i) / Math.sqrt(CHANNELS));
        }
        return values;
    }

    private static double error(TFloat32 computed, float[] image, float[] kernel) {
        double error = 0;
        int last = SIDE - KERNEL + 1;
        for (int y = 0; y < last; y++) {
            for (int x = 0; x < last; x++) {
                for (int channel = 0; channel < CHANNELS; channel++) {
                    double expected = pixel(image, kernel, y, x, channel);
                    error = Math.max(error, Math.abs(expected - computed.getFloat(0, y, x, channel)));
                }
            }
        }
        return error;
    }

    private static double pixel(float[] image, float[] kernel, int y, int x, int channel) {
        double sum = 0;
        for (int dy = 0; dy < KERNEL; dy++) {
            for (int dx = 0; dx < KERNEL; dx++) {
                for (int in = 0; in < CHANNELS; in++) {
                    sum += (double) image[((y + dy) * SIDE + x + dx) * CHANNELS + in]
                            * kernel[((dy * KERNEL + dx) * CHANNELS + in) * CHANNELS + channel];
                }
            }
        }
        return sum;
    }
}
