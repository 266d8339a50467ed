package reaging.model;

import com.google.gson.annotations.SerializedName;
import java.util.Locale;
import reaging.nn.Resize;

/** How the decoder doubles height and width. Neither way has variables of its own, so the weights fit both. */
public enum Upsampling {
    /** Repeats each pixel 2 x 2 times, as in StarGAN v2; the paper does not specify it. */
    @SerializedName("nearest")
    NEAREST(Resize.DOUBLE),
    /**
     * Interpolates between the nearest pixels, so that a short training leaves fewer patterns with periods of 2 and 4 pixels. Our
     * choice, after StyleGAN (Karras et al. 2019), which blurs after doubling.
     */
    @SerializedName("bilinear")
    BILINEAR(Resize.DOUBLE_BILINEAR);

    private final Resize resize;

    Upsampling(Resize resize) {
        this.resize = resize;
    }

    /** Returns the resize of the decoder's blocks. */
    Resize resize() {
        return resize;
    }

    /** Returns the name in options and files, such as "bilinear". */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
