package reaging.data;

import com.google.gson.annotations.SerializedName;
import java.util.Set;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** What the mask files of a {@link FaceSet} hold; all faces have a mask, or none. */
public enum Masks {
    /** There are none: the whole image counts as face. */
    @SerializedName("none")
    NONE,
    /** 8-bit grey, 255 = face. */
    @SerializedName("grey")
    GREY,
    /** 8-bit class ids of FFHQ-Aging, some of which are the face. */
    @SerializedName("classes")
    CLASSES;

    /** Not the face: background, hat, earring, necklace and cloth (0, 14, 15, 16, 18), as in LATS (Or-El et al. 2020). */
    private static final Set<Integer> FACE = Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 17);

    private static final int LEVELS = 256;

    /**
     * From values in a mask file to the face mask.
     *
     * @param values of any shape, 0..255
     * @return the same shape, 0..1, 1 = face
     */
    public Operand<TFloat32> weights(Ops tf, Operand<TFloat32> values) {
        return switch (this) {
            case NONE -> tf.onesLike(values);
            case GREY -> tf.math.div(values, tf.constant(255f));
            case CLASSES -> tf.gather(tf.constant(faceOrNot()), tf.dtypes.cast(values, TInt32.class), tf.constant(0));
        };
    }

    private static float[] faceOrNot() {
        float[] weights = new float[LEVELS];
        FACE.forEach(id -> weights[id] = 1);
        return weights;
    }
}
