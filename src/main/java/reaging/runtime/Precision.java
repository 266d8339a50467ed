package reaging.runtime;

/** The precision of convolutions and matrix products; variables are always float32. */
public enum Precision {
    /** Single precision, the reference. */
    FLOAT32,
    /** Half the size with float32's range and fewer digits, for CPUs; fast on those with instructions for it. */
    BFLOAT16,
    /** Half the size with a small range, for GPUs; losses are scaled before gradients are computed. */
    FLOAT16
}
