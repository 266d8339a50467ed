package reaging.training;

import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.types.TFloat32;

/**
 * One part of a step: what is run for each micro-batch, then what is run once. A step of one micro-batch is one turn, since
 * one run of the graph can do all of it.
 *
 * @param each for each micro-batch
 * @param once after them; null: nothing
 */
record Turn(Run each, Run once) {

    /**
     * One run of the graph.
     *
     * @param op what it does
     * @param measured what it gives, scalars
     */
    record Run(Op op, Map<Quantity, Operand<TFloat32>> measured) {}
}
