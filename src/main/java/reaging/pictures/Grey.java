package reaging.pictures;

/** The brightness of colours. */
public final class Grey {
    private Grey() {}

    /** Returns the luma of an RGB value according to ITU-R BT.601, 0 to 255; for grey, its own level. */
    public static int level(int rgb) {
        int red = rgb >> 16 & 0xff;
        int green = rgb >> 8 & 0xff;
        int blue = rgb & 0xff;
        return (299 * red + 587 * green + 114 * blue + 500) / 1000;
    }
}
