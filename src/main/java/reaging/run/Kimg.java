package reaging.run;

import java.util.Locale;

/** Numbers of images as people write them: in thousands. */
public final class Kimg {
    private Kimg() {}

    /** Such as 12.5; with more digits where a run is so short that they matter. */
    public static String text(long images) {
        return String.format(Locale.ROOT, exact(images) ? "%.1f" : "%.3f", images / 1000.0);
    }

    /** The same as part of a file name: names sort as the numbers do, and no two numbers have the same. */
    public static String name(long images) {
        return String.format(Locale.ROOT, exact(images) ? "%06.1f" : "%08.3f", images / 1000.0);
    }

    private static boolean exact(long images) {
        return images % 100 == 0;
    }
}
