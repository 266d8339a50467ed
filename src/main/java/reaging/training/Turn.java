package reaging.training;

import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.types.TFloat32;

/**
 * One part of a step: what is run for each micro-batch, then what is run once. A step of one micro-batch is one turn, since
 * one run of the graph can do all of it, and a second one where the gradient penalty is lazy.
 *
 * @param interval steps between two of it; 1: it is part of every step
 * @param each for each micro-batch
 * @param once after them; null: nothing
 */
record Turn(int interval, Run each, Run once) {

    /**
     * One run of the graph.
     *
     * @param op what it does
     * @param measured what it gives, scalars
     */
    record Run(Op op, Map<Quantity, Operand<TFloat32>> measured) {}

    /** A part of every step. */
    static Turn always(Run each, Run once) {
        return new Turn(1, each, once);
    }

    /** Whether it is part of the step after so many. */
    boolean due(long stepsBefore) {
        return stepsBefore % interval == 0;
    }
}
