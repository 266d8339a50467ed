package reaging.training;

import java.util.Set;

/** What Keras computed, by name: whole tensors, or summaries of them. */
interface KerasTensors {
    /** Names of all tensors. */
    Set<String> names();

    /** How far a tensor of that name is from Keras' one. */
    Difference difference(String name, float[] actual);

    /**
     * How far two tensors are apart.
     *
     * @param largest of the differences of two values; of a summary, of those that it holds
     * @param relative norm of the difference over Keras' norm; of a summary, an estimate
     * @param norm Keras'
     */
    record Difference(double largest, double relative, double norm) {}
}
