package reaging.nn;

import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;

/** How sessions run these networks. */
public final class Sessions {
    private Sessions() {}

    /** TensorFlow's defaults without its remapper, which fails on such graphs: harmlessly, but with an alarming log line. */
    public static ConfigProto training() {
        return config(RewriterConfig.newBuilder().setRemapping(RewriterConfig.Toggle.OFF));
    }

    /**
     * Without TensorFlow's graph optimizer: it orders sums by the names of ops, so that two graphs of one network would differ
     * in the last digits.
     */
    public static ConfigProto inference() {
        return config(RewriterConfig.newBuilder().setDisableMetaOptimizer(true));
    }

    private static ConfigProto config(RewriterConfig.Builder rewriter) {
        return ConfigProto.newBuilder()
                .setGraphOptions(GraphOptions.newBuilder().setRewriteOptions(rewriter))
                .build();
    }
}
