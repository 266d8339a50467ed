package reaging.savedmodel;

/** The names that every SavedModel of this project uses, whether Java or Python wrote it. */
public final class Contract {
    /** The tag of the only graph. */
    public static final String TAG = "serve";

    /** Re-ages: {@code image}, {@code target_age} to {@code reaged}. */
    public static final String REAGE = "serving_default";

    /** Re-ages with a mask: {@code image}, {@code mask}, {@code target_age} to {@code reaged}. */
    public static final String REAGE_MASKED = "reage_masked";

    /** Re-ages to all ten groups: {@code image} to {@code reaged}. */
    public static final String LIFESPAN = "lifespan";

    /** Encodes: {@code image} to {@code identity}. */
    public static final String ENCODE = "encode";

    /** Encodes with a mask: {@code image}, {@code mask} to {@code identity}. */
    public static final String ENCODE_MASKED = "encode_masked";

    /** Modulates: {@code identity}, {@code target_age} to {@code style}. */
    public static final String MODULATE = "modulate";

    /** Decodes: {@code image}, {@code mask}, {@code identity}, {@code style} to {@code reaged}. */
    public static final String DECODE = "decode";

    /** Re-ages encoded files: {@code image_bytes}, {@code target_age} to {@code reaged_bytes}. */
    public static final String REAGE_BYTES = "serving_bytes";

    /** Faces, float32 [N, S, S, 3] in [-1, 1]. */
    public static final String IMAGE = "image";

    /** Face masks, float32 [N, S, S, 1], 1 = face. */
    public static final String MASK = "mask";

    /** Target ages in years, float32 [N]. */
    public static final String TARGET_AGE = "target_age";

    /** Identity features, float32 [N, 16, 16, C]. */
    public static final String IDENTITY = "identity";

    /** The modulator's vector, float32 [N, d]. */
    public static final String STYLE = "style";

    /** Faces at the target age, float32 [N, S, S, 3], or [N, 10, S, S, 3], in [-1, 1]. */
    public static final String REAGED = "reaged";

    /** Faces of any size as JPEG or PNG, string [N]. */
    public static final String IMAGE_BYTES = "image_bytes";

    /** Faces at the target age as PNG, string [N]. */
    public static final String REAGED_BYTES = "reaged_bytes";

    /** The required signature, in words. */
    static final String TEXT =
            REAGE + "(image float32 [N, S, S, 3] in [-1, 1], target_age float32 [N] in years) -> reaged like image";

    private Contract() {}

    /** Returns the name of a signature's output. */
    static String output(String signature) {
        return switch (signature) {
            case ENCODE, ENCODE_MASKED -> IDENTITY;
            case MODULATE -> STYLE;
            case REAGE_BYTES -> REAGED_BYTES;
            default -> REAGED;
        };
    }
}
