package reaging.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.tensorflow.GraphOperation;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;

/** Counts the multiply-adds of a graph's convolutions and matrix products, gradients included. */
public final class MultiplyAdds {
    private MultiplyAdds() {}

    /** Counts those of an op, whose shapes must be known; 0 if it is neither a convolution nor a matrix product. */
    public static long of(GraphOperation op) {
        return switch (op.type()) {
            case "Conv2D" -> size(op, shape(op)) * perOutput(op.input(1).shape());
            case "Conv2DBackpropInput" ->
                size(op, op.input(2).shape()) * perInput(op.input(1).shape());
            case "Conv2DBackpropFilter" -> size(op, op.input(2).shape()) * perOutput(shape(op));
            case "MatMul" -> matMul(op);
            default -> 0;
        };
    }

    /** Counts those of everything that {@code target} depends on. */
    public static long before(Op target) {
        return ancestors((GraphOperation) target.op()).stream()
                .mapToLong(MultiplyAdds::of)
                .sum();
    }

    private static Set<GraphOperation> ancestors(GraphOperation target) {
        Set<GraphOperation> seen = new LinkedHashSet<>();
        Deque<GraphOperation> open = new ArrayDeque<>();
        open.add(target);
        while (!open.isEmpty()) {
            var op = open.pop();
            if (seen.add(op)) {
                op.inputs().forEach(input -> open.push((GraphOperation) input.op()));
                op.controlInputs().forEach(open::push);
            }
        }
        return seen;
    }

    /** Returns the multiplications per output of a convolution with a kernel [h, w, in, out]. */
    private static long perOutput(Shape kernel) {
        return kernel.get(0) * kernel.get(1) * kernel.get(2);
    }

    /** Returns the multiplications per input of a transposed convolution with a kernel [h, w, out, in]. */
    private static long perInput(Shape kernel) {
        return kernel.get(0) * kernel.get(1) * kernel.get(2);
    }

    private static long matMul(GraphOperation op) {
        boolean transposed = op.attributes().getAttrBool("transpose_a");
        long inner = op.input(0).shape().get(transposed ? 0 : 1);
        return size(op, shape(op)) * inner;
    }

    private static Shape shape(GraphOperation op) {
        return op.output(0).shape();
    }

    private static long size(GraphOperation op, Shape shape) {
        if (shape.isUnknown() || shape.hasUnknownDimension()) {
            throw new IllegalArgumentException("shapes must be known to count work but " + op.name() + " has " + shape);
        }
        return shape.size();
    }
}
