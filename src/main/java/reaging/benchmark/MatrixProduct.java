package reaging.benchmark;

import java.util.stream.DoubleStream;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import reaging.runtime.Graphs;
import reaging.runtime.Variable;

/** Measures how fast this machine multiplies 2048 x 2048 float32 matrices, which uses all cores and rarely waits for memory. */
final class MatrixProduct {
    private static final int PRODUCTS = 20;
    private static final int WARM_UP = 2;
    private static final int SIDE = 2048;

    private MatrixProduct() {}

    /** Computes several products and returns the seconds of each. */
    static double[] seconds() {
        double[] seconds = new double[PRODUCTS];
        try (var graph = Graphs.open()) {
            Ops tf = Ops.create(graph);
            var matrix = Variable.of(graph, "matrix", Shape.of(SIDE, SIDE), Variable.Kind.STATISTIC);
            var fill =
                    matrix.assign(tf, tf.random.statelessRandomNormal(tf.array((long) SIDE, SIDE), tf.array(1L, 2L)));
            var product = tf.linalg.matMul(matrix.read(tf), matrix.read(tf));
            try (var session = new Session(graph)) {
                session.run(fill);
                for (int i = -WARM_UP; i < PRODUCTS; i++) {
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

    /** Returns the multiply-adds/s of the median product, taken before and after a measurement because a machine's speed drifts. */
    static double rate(double[] before, double[] after) {
        var both = DoubleStream.concat(DoubleStream.of(before), DoubleStream.of(after));
        return (double) SIDE * SIDE * SIDE / Spread.of(both.toArray()).median();
    }
}
