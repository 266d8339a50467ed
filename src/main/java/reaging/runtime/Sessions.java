package reaging.runtime;

import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;

/** The configurations of sessions. */
public final class Sessions {
    private Sessions() {}

    /** Returns the configuration for training on any device. */
    public static ConfigProto training(Computing computing) {
        return training(computing, Device.AUTO);
    }

    /** Returns the configuration for training on a device; GPU memory is allocated as needed. */
    public static ConfigProto training(Computing computing, Device device) {
        var config = config(rewriter(computing));
        if (computing.reproducibility() == Reproducibility.DETERMINISTIC) {
            config.setIntraOpParallelismThreads(1);
        }
        if (device == Device.CPU) {
            config.putDeviceCount("GPU", 0);
        }
        return config.setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(true))
                .build();
    }

    private static RewriterConfig.Builder rewriter(Computing computing) {
        var rewriter = RewriterConfig.newBuilder();
        if (computing.reproducibility() == Reproducibility.USUAL) {
            // TensorFlow's defaults without its remapper, which fails on such graphs, harmlessly but with an alarming
            // message.
            rewriter.setRemapping(RewriterConfig.Toggle.OFF);
        }
        return switch (computing.precision()) {
            case FLOAT32 -> computing.reproducibility() == Reproducibility.DETERMINISTIC ? unoptimized() : rewriter;
            case BFLOAT16 ->
                only("auto_mixed_precision_onednn_bfloat16", computing, rewriter)
                        .setAutoMixedPrecisionOnednnBfloat16(RewriterConfig.Toggle.ON);
            case FLOAT16 ->
                only("auto_mixed_precision", computing, rewriter).setAutoMixedPrecision(RewriterConfig.Toggle.ON);
        };
    }

    /** Leaves only the pass that changes the precision if the graph must run as it was built. */
    private static RewriterConfig.Builder only(String pass, Computing computing, RewriterConfig.Builder rewriter) {
        return computing.reproducibility() == Reproducibility.DETERMINISTIC ? rewriter.addOptimizers(pass) : rewriter;
    }

    /**
     * Returns the configuration for inference, without TensorFlow's graph optimizer: it orders sums by the names of ops, so two
     * graphs of the same network would differ in the last digits.
     */
    public static ConfigProto inference() {
        return config(unoptimized()).build();
    }

    private static RewriterConfig.Builder unoptimized() {
        return RewriterConfig.newBuilder().setDisableMetaOptimizer(true);
    }

    private static ConfigProto.Builder config(RewriterConfig.Builder rewriter) {
        return ConfigProto.newBuilder()
                .setGraphOptions(GraphOptions.newBuilder().setRewriteOptions(rewriter));
    }
}
