package reaging;

import java.util.regex.Pattern;

/**
 * The generator's biases without an effect in training: their gradient is 0, and what is computed for it is rounding.
 *
 * <p>A constant in all pixels of a channel goes through a resize as it is, through a 1 x 1 convolution as another constant,
 * and a norm takes it away. So a bias is idle where all ways lead to norms: between the two norms of a block, and, since the
 * decoder ends in a norm, at the end of its blocks.
 */
public final class IdleBiases {
    private static final Pattern NAME =
            Pattern.compile("generator/.*/block_\\d+/conv_1/bias|generator/decoder/block_\\d+/conv_2/bias");

    private IdleBiases() {}

    /** Whether a variable of that name is one. */
    public static boolean contains(String name) {
        return NAME.matcher(name).matches();
    }
}
