package reaging.nn;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * What the norms of a block follow.
 *
 * @param vector the style or the age code, [N, size]; null for norms that follow nothing
 * @param phase for batch norm
 */
public record Condition(Operand<TFloat32> vector, Phase phase) {
    /** For norms that follow nothing. */
    public static final Condition NONE = new Condition(null, Phase.INFERENCE);

    /** Follows a style. */
    public static Condition style(Operand<TFloat32> style) {
        return new Condition(style, Phase.INFERENCE);
    }
}
