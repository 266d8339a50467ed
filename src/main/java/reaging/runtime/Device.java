package reaging.runtime;

import org.tensorflow.DeviceSpec;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.op.Ops;

/** The device that computes. */
public enum Device {
    /** The GPU if TensorFlow finds one, or else the CPU. */
    AUTO,
    /** The CPU, even if there is a GPU. */
    CPU,
    /** The GPU. */
    GPU;

    /** Whether this choice means the CPU on this machine. */
    public boolean isCpu() {
        return this == CPU || (this == AUTO && !gpuFound());
    }

    /**
     * Requires that this device exists and supports a precision.
     *
     * @throws IllegalArgumentException if it does not
     */
    public void require(Precision precision) {
        if (this == GPU && !gpuFound()) {
            throw new IllegalArgumentException(
                    "the device gpu must be a GPU that TensorFlow can use but there is none; use TensorFlow's library for"
                            + " GPUs and install CUDA 12, or choose another device");
        }
        if (precision == Precision.FLOAT16 && isCpu()) {
            throw new IllegalArgumentException("float16 needs a GPU but this run is on the CPU, where TensorFlow"
                    + " cannot rewrite the training to it; try bfloat16");
        }
        if (precision == Precision.BFLOAT16 && !isCpu()) {
            throw new IllegalArgumentException(
                    "bfloat16 needs the CPU but this run is on a GPU, where TensorFlow rewrites nothing to it; try float16,"
                            + " or the device cpu");
        }
    }

    private static boolean gpuFound() {
        try (var graph = Graphs.open();
                var session = new Session(graph)) {
            var gpu = DeviceSpec.newBuilder()
                    .deviceType(DeviceSpec.DeviceType.GPU)
                    .deviceIndex(0)
                    .build();
            var number = Ops.create(graph).withDevice(gpu).constant(1f);
            session.runner().fetch(number).run().close();
            return true;
        } catch (TFInvalidArgumentException e) {
            return false; // no such device
        }
    }
}
