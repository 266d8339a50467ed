package reaging.training;

/** What a step measures. */
enum Quantity {
    /** Of the discriminator, on real images. */
    REAL,
    /** Of the discriminator, on re-aged images. */
    FAKE,
    /** Of the discriminator, half the squared slope. */
    R1,
    /** Of the generator. */
    ADVERSARIAL,
    /** Of the generator, mean absolute difference. */
    RECONSTRUCTION,
    /** Of the generator, mean absolute difference. */
    CYCLE,
    /** Of the generator, 1 - cosine; only where there is such a loss. */
    IDENTITY,
    /** How unlike each other the faces are that the generator makes. */
    DIVERSITY,
    /** 1 where all gradients were numbers, 0 where they were not and nothing moved; only where losses are scaled. */
    FINITE
}
