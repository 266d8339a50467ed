package reaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.types.TFloat32;

/**
 * Compares slopes with central differences.
 *
 * <p>The direction for each tensor is its own slope with every entry stretched at random: along it the loss changes most, so
 * that float32's rounding stays small beside the change, and yet no single wrong entry goes unweighted.
 *
 * @param step length of the way to either side
 * @param relative tolerance relative to the slope
 * @param absolute tolerance besides, for slopes of nearly zero
 */
public record FiniteDifferences(double step, double relative, double absolute) {

    /**
     * Fails if any slope is wrong.
     *
     * @param runs a new run with everything fed but the points
     * @param points tensors of the graph; other values are fed in their place
     * @param slopes the loss's slopes at the points, to be judged
     */
    public void assertSlopes(
            Supplier<Session.Runner> runs,
            Operand<TFloat32> loss,
            List<? extends Operand<TFloat32>> points,
            List<FloatNdArray> slopes) {
        var values = TestGraph.fetchAll(runs.get(), points);
        for (int i = 0; i < points.size(); i++) {
            var direction = direction(slopes.get(i));
            double above = at(runs.get(), loss, points, with(values, i, moved(values.get(i), direction, step)));
            double below = at(runs.get(), loss, points, with(values, i, moved(values.get(i), direction, -step)));
            double expected = (above - below) / (2 * step);
            double actual = product(slopes.get(i), direction);
            double tolerance = relative * Math.abs(expected) + absolute;
            assertEquals(expected, actual, tolerance, "slope along tensor " + i + " of " + points.size());
        }
    }

    private static List<FloatNdArray> with(List<FloatNdArray> values, int i, FloatNdArray value) {
        List<FloatNdArray> changed = new ArrayList<>(values);
        changed.set(i, value);
        return changed;
    }

    // All points are fed, also those that stay: the session prepares a graph anew for every choice of what is fed.
    private static double at(
            Session.Runner run,
            Operand<TFloat32> loss,
            List<? extends Operand<TFloat32>> points,
            List<FloatNdArray> values) {
        var tensors = values.stream().map(TFloat32::tensorOf).toList();
        for (int i = 0; i < tensors.size(); i++) {
            run.feed(points.get(i), tensors.get(i));
        }
        double value = TestGraph.fetch(run, loss).getFloat();
        tensors.forEach(TFloat32::close);
        return value;
    }

    /** Of length 1. */
    private static FloatNdArray direction(FloatNdArray slope) {
        var random = new Random(1);
        double tiny = 1e-12; // a slope of all zeros gets some direction too
        var stretched = Tensors.each(
                slope.shape(), index -> slope.getFloat(index) * 2 * random.nextDouble() + tiny * random.nextGaussian());
        double length = Math.sqrt(product(stretched, stretched));
        return Tensors.each(slope.shape(), index -> stretched.getFloat(index) / length);
    }

    private static FloatNdArray moved(FloatNdArray value, FloatNdArray direction, double by) {
        return Tensors.each(value.shape(), index -> value.getFloat(index) + by * direction.getFloat(index));
    }

    private static double product(FloatNdArray a, FloatNdArray b) {
        double[] sum = {0};
        Tensors.each(a.shape(), index -> sum[0] += (double) a.getFloat(index) * b.getFloat(index));
        return sum[0];
    }
}
