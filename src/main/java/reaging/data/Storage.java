package reaging.data;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TString;

/** Where the pixels of a {@link FaceSet} lie. */
public enum Storage {
    /** On disk: keys are paths in UTF-8. */
    FILES,
    /** In memory: keys are the encoded images themselves. */
    MEMORY;

    /** Adds what gets the encoded image of a key, a scalar, to the graph. */
    Operand<TString> read(Ops tf, Operand<TString> key) {
        return this == FILES ? tf.io.readFile(key) : key;
    }
}
