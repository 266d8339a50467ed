package reaging.runtime;

import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;

/** How sessions run these networks. */
public final class Sessions {
    private Sessions() {}

    /** On whatever device there is. */
    public static ConfigProto training(Computing computing) {
        return training(computing, Device.AUTO);
    }

    /** A GPU's memory is taken as it is needed. */
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
            // TensorFlow's defaults without its remapper, which fails on such graphs: harmlessly, but with an alarming
            // line.
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

    /** Nothing but the change of numbers where the graph is to run as it was built. */
    private static RewriterConfig.Builder only(String pass, Computing computing, RewriterConfig.Builder rewriter) {
        return computing.reproducibility() == Reproducibility.DETERMINISTIC ? rewriter.addOptimizers(pass) : rewriter;
    }

    /**
     * Without TensorFlow's graph optimizer: it orders sums by the names of ops, so that two graphs of one network would differ
     * in the last digits.
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
