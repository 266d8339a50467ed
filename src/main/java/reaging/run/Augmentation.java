package reaging.run;

/** A random, differentiable change of every image that the discriminator sees (Zhao et al. 2020). */
public enum Augmentation {
    /** Changes brightness, saturation and contrast, which also hides from the discriminator how grey hair is. */
    COLOR,
    /** Shifts the image by up to an eighth of its side and fills with zeros. */
    TRANSLATION,
    /** Sets a square of half the image's side to zero. */
    CUTOUT
}
