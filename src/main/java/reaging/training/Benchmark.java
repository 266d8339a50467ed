package reaging.training;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import reaging.data.FaceSet;
import reaging.losses.FaceDescriptor;
import reaging.nn.Weights;
import reaging.run.RunConfig;
import reaging.runtime.Devices;
import reaging.runtime.Graphs;

/**
 * How fast training is here, beside how fast a plain matrix product is in the same run.
 *
 * @param imagesPerSecond of the median step, with the input pipeline
 * @param secondsPerStep the median
 * @param secondsPerStepRange fastest and slowest step
 * @param multiplyAddsPerStep of convolutions and matrix products, both networks, gradients included
 * @param multiplyAddsPerSecond of the median step
 * @param matrixProductPerSecond multiply-adds of a 2048 x 2048 float32 product, the median
 */
public record Benchmark(
        double imagesPerSecond,
        double secondsPerStep,
        double[] secondsPerStepRange,
        long multiplyAddsPerStep,
        double multiplyAddsPerSecond,
        double matrixProductPerSecond) {
    private static final int WARM_UP = 5;
    private static final int PRODUCTS = 20;
    private static final int SIDE = 2048;

    /** Trains for some steps and measures each; nothing is kept. */
    public static Benchmark train(RunConfig config, FaceSet faces, Devices devices, int steps) {
        // Products before and after, since a machine's speed drifts.
        double[] before = matrixProducts();
        var measured = measure(config, faces, devices, steps);
        double[] after = matrixProducts();
        double product = DoubleStream.concat(Arrays.stream(before), Arrays.stream(after))
                .sorted()
                .skip(PRODUCTS)
                .findFirst()
                .orElseThrow();
        double[] seconds = measured.seconds();
        double median = seconds[steps / 2];
        return new Benchmark(
                config.training().batch() / median,
                median,
                new double[] {seconds[0], seconds[steps - 1]},
                measured.multiplyAdds(),
                measured.multiplyAdds() / median,
                (double) SIDE * SIDE * SIDE / product);
    }

    /** Images/s of the median step of training, with the input pipeline. */
    public static double imagesPerSecond(RunConfig config, FaceSet faces, int steps) {
        return config.training().batch()
                / measure(config, faces, Devices.AUTO, steps).seconds()[steps / 2];
    }

    /** Steps of training: their seconds, sorted, and the work of one. */
    private record Steps(double[] seconds, long multiplyAdds) {}

    private static Steps measure(RunConfig config, FaceSet faces, Devices devices, int steps) {
        double[] seconds = new double[steps];
        try (var training = TrainingSession.begun(config, devices, FaceDescriptor.NONE);
                var batches = training.batches(faces, notice -> {})) {
            for (int i = -WARM_UP; i < steps; i++) {
                double before = training.state().seconds();
                training.step(batches);
                if (i >= 0) {
                    seconds[i] = training.state().seconds() - before;
                }
            }
            Arrays.sort(seconds);
            return new Steps(seconds, training.multiplyAdds());
        }
    }

    /** Seconds of each product. */
    private static double[] matrixProducts() {
        double[] seconds = new double[PRODUCTS];
        try (var graph = Graphs.open()) {
            Ops tf = Ops.create(graph);
            var shape = tf.array((long) SIDE, SIDE);
            var left = tf.random.statelessRandomNormal(shape, tf.array(1L, 2L));
            var weights = Weights.of(graph, "benchmark", 0);
            var matrix = weights.create("matrix", (ops, seed, dimensions) -> left, SIDE, SIDE);
            var product = tf.linalg.matMul(matrix, matrix);
            try (var session = new Session(graph)) {
                session.run(weights.initializers().get(0));
                for (int i = -2; i < PRODUCTS; i++) {
                    long began = System.nanoTime();
                    session.runner().addTarget(product).run().close();
                    if (i >= 0) {
                        seconds[i] = (System.nanoTime() - began) / 1e9;
                    }
                }
            }
        }
        return seconds;
    }
}
