package reaging.runtime;

/** In which numbers convolutions and matrix products are computed; variables are float32 in any case. */
public enum Precision {
    /** The reference. */
    FLOAT32,
    /** On CPUs: half the size at float32's range, and fewer digits. Fast on CPUs that have instructions for it. */
    BFLOAT16,
    /** On GPUs: half the size and a small range, so that losses are scaled before their gradients are taken. */
    FLOAT16
}
