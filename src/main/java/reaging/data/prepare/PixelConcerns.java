package reaging.data.prepare;

import java.util.ArrayList;
import java.util.List;
import reaging.data.FaceSet;
import reaging.data.Masks;

/** Finds concerns about images and masks from a small sample. */
final class PixelConcerns {
    /** A smaller sample does not represent the rest. */
    private static final int FEWEST = 4;

    /** Maximum brightness of a mask file of 0 and 1, or of class numbers. */
    private static final double DARK = 0.25;

    /** Maximum contrast of a single colour with JPEG noise. */
    private static final double BLANK = 0.05;

    private PixelConcerns() {}

    /** Returns a sentence for each concern that applies to at least half of the sample. */
    static List<String> of(FaceSet training) {
        var sample = FaceSample.of(training);
        List<String> concerns = new ArrayList<>();
        if (sample.size() < FEWEST) {
            return concerns;
        }
        int blank = sample.count(FaceSample.Look::contrast, BLANK);
        int same = blank == sample.size() ? 0 : sample.size() - sample.different() + 1;
        add(concerns, blank, sample, "the images are blank: %s have a single colour, so there is nothing to learn");
        add(concerns, same, sample, "the images are alike: %s repeat another one, so there is nothing to learn");
        if (training.masks() != Masks.NONE) {
            addMasks(concerns, sample);
        }
        return concerns;
    }

    private static void addMasks(List<String> concerns, FaceSample sample) {
        int empty = sample.count(FaceSample.Look::brightestOfMask, 0);
        int dark = sample.count(FaceSample.Look::brightestOfMask, DARK) - empty;
        int whole = sample.count(face -> -face.darkestOfMask(), -1);
        int inverted = sample.count(FaceSample.Look::middleOfMask, -0.25);
        add(concerns, empty, sample, "the masks are empty: in %s nothing is face, so the model sees no faces");
        add(
                concerns,
                dark,
                sample,
                "the masks are dark: in %s nothing is white, perhaps because they contain 1 or class"
                        + " numbers; face must be 255, background 0");
        add(
                concerns,
                whole,
                sample,
                "the masks are full: in %s everything is face, so the model redraws the"
                        + " background too, as without masks");
        add(
                concerns,
                inverted,
                sample,
                "the masks look inverted: in %s the centre is background and its surroundings"
                        + " are face; face must be 255, background 0");
    }

    private static void add(List<String> concerns, int count, FaceSample sample, String text) {
        if (2 * count >= sample.size()) {
            concerns.add(text.formatted(count + " of " + sample.size() + " sampled"));
        }
    }
}
