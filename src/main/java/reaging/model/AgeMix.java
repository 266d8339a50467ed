package reaging.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import reaging.runtime.Variable;

/**
 * A correction of the ages that a trained generator shows: a target group takes a share of its code from a neighbour's (our
 * choice). The code enters the modulator only through dense layers, so mixing codes is the same as mixing rows of their
 * kernels, and the corrected generator is an ordinary one.
 *
 * @param shares for each group, in order, the share taken from the next older group or, if negative, from the next younger one;
 *     -1 to 1
 */
public record AgeMix(List<Double> shares) {
    /** The mix that changes nothing. */
    public static final AgeMix NONE = new AgeMix(Collections.nCopies(ModelConfig.AGES, 0.0));

    /**
     * Checks the shares.
     *
     * @throws IllegalArgumentException if they are not one for each group, from -1 to 1, or take from a group that doesn't exist
     */
    public AgeMix {
        shares = List.copyOf(shares);
        boolean outside = shares.stream().anyMatch(share -> !(Math.abs(share) <= 1));
        if (shares.size() != ModelConfig.AGES || outside || shares.get(0) < 0 || shares.get(ModelConfig.AGES - 1) > 0) {
            throw new IllegalArgumentException("a mix of ages must have " + ModelConfig.AGES
                    + " shares from -1 to 1, the first not below 0 and the last not above, but has " + shares);
        }
    }

    /** Returns this mix with another share for the group of an index. */
    public AgeMix with(int group, double share) {
        List<Double> changed = new ArrayList<>(shares);
        changed.set(group, share);
        return new AgeMix(changed);
    }

    /** Returns the index of the group that a group takes its share from. */
    public int source(int group) {
        return group + (int) Math.signum(shares.get(group));
    }

    /** Returns an op that mixes the generator's kernels that multiply the age code, each [500, n]; {@link #NONE} touches none. */
    public Op apply(Ops tf, Collection<Variable> generator) {
        if (equals(NONE)) {
            return tf.noOp();
        }
        List<Op> assigns = new ArrayList<>();
        for (var variable : generator) {
            if (multipliesCode(variable)) {
                assigns.add(variable.assign(tf, mixed(tf, variable)));
            }
        }
        return tf.withControlDependencies(assigns).noOp();
    }

    private static boolean multipliesCode(Variable variable) {
        return variable.name().contains("/age_modulator/") && variable.shape().get(0) == AgeCode.SIZE;
    }

    private Operand<TFloat32> mixed(Ops tf, Variable kernel) {
        var rows = tf.reshape(kernel.read(tf), tf.array(ModelConfig.AGES, -1)); // [10, 50 n]
        return tf.reshape(tf.linalg.matMul(tf.constant(matrix()), rows), tf.constant(kernel.shape())); // [500, n]
    }

    /** Returns the share of each group's code (columns) in that of each target (rows), [10][10]. */
    private float[][] matrix() {
        var matrix = new float[ModelConfig.AGES][ModelConfig.AGES];
        for (int group = 0; group < ModelConfig.AGES; group++) {
            float share = (float) Math.abs(shares.get(group));
            matrix[group][group] += 1 - share;
            matrix[group][source(group)] += share;
        }
        return matrix;
    }
}
