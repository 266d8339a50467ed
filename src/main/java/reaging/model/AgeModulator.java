package reaging.model;

import static reaging.nn.TensorMath.leakyRelu;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import reaging.nn.Condition;
import reaging.nn.ConditionalBatchNorm;
import reaging.nn.Convolution;
import reaging.nn.Phase;
import reaging.nn.ResBlock;
import reaging.nn.Resize;
import reaging.nn.Weights;

/**
 * The paper's age modulator, which shapes an identity towards a target age: [N, 16, 16, C] and an age code [N, 500] to f_aw, the
 * style [N, d] that guides the decoder. The step from 2 x 2 to a vector is our choice.
 */
public final class AgeModulator {
    private static final int LEVELS = 3;

    private final List<ResBlock> blocks = new ArrayList<>();
    private final Convolution toStyle;
    private final int styleSize;

    public AgeModulator(Weights weights, ModelConfig config) {
        int width = config.identityWidth();
        for (int i = 0; i < LEVELS; i++) {
            blocks.add(new ResBlock(
                    weights.at("block_" + i),
                    width,
                    width,
                    Resize.HALVE,
                    (w, channels) -> new ConditionalBatchNorm(w, channels, AgeCode.SIZE)));
        }
        toStyle = Convolution.valid(
                weights.at("to_style"), ModelConfig.IDENTITY_SIZE >> LEVELS, width, config.styleSize());
        styleSize = config.styleSize();
    }

    /**
     * Adds one pass to the graph.
     *
     * @param identity [N, 16, 16, C]
     * @param ageCode [N, 500]
     * @return the style, [N, d]
     */
    public Operand<TFloat32> apply(Ops tf, Operand<TFloat32> identity, Operand<TFloat32> ageCode, Phase phase) {
        var x = identity;
        var condition = new Condition(ageCode, phase);
        for (var block : blocks) {
            x = block.apply(tf, x, condition);
        }
        var pixel = toStyle.apply(tf, leakyRelu(tf, x)); // [N, 1, 1, d]
        return tf.reshape(pixel, tf.array(-1, styleSize)); // [N, d]
    }
}
