package reaging.model;

import com.google.gson.annotations.SerializedName;
import java.util.Locale;
import reaging.nn.Resize;

/** How the decoder doubles height and width. It has no variables: weights are alike for both. */
public enum Upsampling {
    /** Each pixel 2 x 2 times, as in StarGAN v2; the paper does not say. */
    @SerializedName("nearest")
    NEAREST(Resize.DOUBLE),
    /**
     * In between, by the distances to the nearest pixels. Short trainings then leave no patterns with a period of 2 and 4
     * pixels. Our choice, after StyleGAN (Karras et al. 2019), which blurs after doubling.
     */
    @SerializedName("bilinear")
    BILINEAR(Resize.DOUBLE_BILINEAR);

    private final Resize resize;

    Upsampling(Resize resize) {
        this.resize = resize;
    }

    /** What the decoder's blocks do. */
    Resize resize() {
        return resize;
    }

    /** The word of options and files, such as "bilinear". */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
