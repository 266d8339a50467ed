package reaging.benchmark;

import java.util.Locale;

/** The Python versions that training is compared with; they have the same networks, losses and steps. */
public enum Opponent {
    /** Keras 3 on TensorFlow; a step is one {@code tf.function}. */
    KERAS,
    /** PyTorch with its default settings. */
    PYTORCH,
    /** PyTorch with channels last in memory. */
    PYTORCH_CHANNELS_LAST,
    /** PyTorch with channels last and both networks compiled, which takes minutes at the start. */
    PYTORCH_COMPILED;

    /** Returns the name in options and reports, such as "pytorch-compiled". */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
