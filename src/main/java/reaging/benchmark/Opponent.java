package reaging.benchmark;

import java.util.Locale;

/** What training is compared with: the same networks, losses and steps in Python. */
public enum Opponent {
    /** Keras 3 on TensorFlow, a step as one {@code tf.function}. */
    KERAS,
    /** PyTorch as one writes it. */
    PYTORCH,
    /** The same with channels last in memory. */
    PYTORCH_CHANNELS_LAST,
    /** The same with channels last, and both networks compiled; to compile takes minutes. */
    PYTORCH_COMPILED;

    /** Its name in options and reports, such as "pytorch-compiled". */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
