package reaging.benchmark;

import java.util.stream.DoubleStream;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import reaging.runtime.Graphs;
import reaging.runtime.Variable;

/** How fast this machine multiplies: a 2048 x 2048 float32 product, which takes all cores and waits for memory little. */
final class MatrixProduct {
    private static final int PRODUCTS = 20;
    private static final int WARM_UP = 2;
    private static final int SIDE = 2048;

    private MatrixProduct() {}

    /** Seconds of each of several products. */
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

    /** Multiply-adds/s of the median product, of those before and those after, since a machine's speed drifts. */
    static double rate(double[] before, double[] after) {
        var both = DoubleStream.concat(DoubleStream.of(before), DoubleStream.of(after));
        return (double) SIDE * SIDE * SIDE / Spread.of(both.toArray()).median();
    }
}
