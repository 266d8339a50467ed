package reaging.data;

import com.google.gson.annotations.SerializedName;
import java.util.Arrays;
import java.util.Set;

/** The content of a {@link FaceSet}'s mask files; either all faces have a mask or none. */
public enum Masks {
    /** No masks: the whole image counts as face. */
    @SerializedName("none")
    NONE,
    /** 8-bit grey, 255 = face. */
    @SerializedName("grey")
    GREY,
    /** 8-bit class ids of FFHQ-Aging, some of which count as face. */
    @SerializedName("classes")
    CLASSES;

    /** The classes of the face; the rest is background, hat, earring, necklace and cloth, as in LATS (Or-El et al. 2020). */
    private static final Set<Integer> FACE = Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 17);

    private static final int LEVELS = 256;

    /**
     * Converts the values in a mask file to a face mask.
     *
     * @param values values of any shape, 0..255
     * @return weights of the same shape, 0..1, 1 = face
     */
    public float[] weights(int[] values) {
        float[] table =
                switch (this) {
                    case NONE -> filled();
                    case GREY -> grey();
                    case CLASSES -> faceOrNot();
                };
        float[] weights = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            weights[i] = table[values[i]];
        }
        return weights;
    }

    private static float[] filled() {
        float[] weights = new float[LEVELS];
        Arrays.fill(weights, 1);
        return weights;
    }

    private static float[] grey() {
        float[] weights = new float[LEVELS];
        for (int level = 0; level < LEVELS; level++) {
            weights[level] = level / 255f;
        }
        return weights;
    }

    private static float[] faceOrNot() {
        float[] weights = new float[LEVELS];
        FACE.forEach(id -> weights[id] = 1);
        return weights;
    }
}
