package reaging.nn;

import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The condition of a block's norms.
 *
 * @param vector style or age code, [N, size]; null for unconditional norms
 * @param phase phase for batch norm
 */
public record Condition(@Nullable Operand<TFloat32> vector, Phase phase) {
    /** The condition for unconditional norms. */
    public static final Condition NONE = new Condition(null, Phase.INFERENCE);

    /** Creates a condition on a style. */
    public static Condition style(Operand<TFloat32> style) {
        return new Condition(style, Phase.INFERENCE);
    }
}
