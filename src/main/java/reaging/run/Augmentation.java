package reaging.run;

/** A random change of every image that the discriminator sees, through which gradients flow (Zhao et al. 2020). */
public enum Augmentation {
    /** Brightness, saturation and contrast. It hides from the discriminator how grey hair is. */
    COLOR,
    /** A shift by up to an eighth of the image; zeros come in. */
    TRANSLATION,
    /** A square of half the image's side is set to zero. */
    CUTOUT
}
