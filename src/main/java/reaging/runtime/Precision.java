package reaging.runtime;

/** The precision of convolutions and matrix products; variables are always float32. */
public enum Precision {
    /** Single precision, the reference. */
    FLOAT32,
    /** For CPUs: half the size with float32's range and fewer digits. Fast on CPUs with instructions for it. */
    BFLOAT16,
    /** For GPUs: half the size with a small range, so losses are scaled before computing gradients. */
    FLOAT16
}
