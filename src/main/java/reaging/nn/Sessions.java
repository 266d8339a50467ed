package reaging.nn;

import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;

/** How sessions run these networks. */
public final class Sessions {
    private Sessions() {}

    /** TensorFlow's defaults, or one order of every sum. */
    public static ConfigProto training(Computing computing) {
        return switch (computing.reproducibility()) {
            // Without its remapper, which fails on such graphs: harmlessly, but with an alarming log line.
            case USUAL ->
                config(RewriterConfig.newBuilder().setRemapping(RewriterConfig.Toggle.OFF))
                        .build();
            case DETERMINISTIC ->
                config(unoptimized()).setIntraOpParallelismThreads(1).build();
        };
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
