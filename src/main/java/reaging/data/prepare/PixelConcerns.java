package reaging.data.prepare;

import java.util.ArrayList;
import java.util.List;
import reaging.data.FaceSet;
import reaging.data.Masks;

/** What images and masks leave a model unable to learn, by a look at a few. */
final class PixelConcerns {
    /** Fewer faces show nothing about the others. */
    private static final int FEWEST = 4;

    /** A mask file of 0 and 1, or of the numbers of classes, is no brighter. */
    private static final double DARK = 0.25;

    /** One colour all over, but for the noise of JPEG. */
    private static final double BLANK = 0.05;

    private PixelConcerns() {}

    /** A sentence for each concern, where at least half of the faces looked at give cause for it. */
    static List<String> of(FaceSet training) {
        var sample = FaceSample.of(training);
        List<String> concerns = new ArrayList<>();
        if (sample.size() < FEWEST) {
            return concerns;
        }
        int blank = sample.count(FaceSample.Look::contrast, BLANK);
        int same = blank == sample.size() ? 0 : sample.size() - sample.different() + 1;
        add(concerns, blank, sample, "the images are blank: %s are of one colour, so there is nothing to learn");
        add(
                concerns,
                same,
                sample,
                "the images are alike: %s show what another one shows, so there is nothing to learn");
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
        add(concerns, empty, sample, "the masks are empty: in %s nothing is face, so that the model sees no faces");
        add(
                concerns,
                dark,
                sample,
                "the masks are dark: in %s nothing is white, as where masks hold 1 or the numbers of"
                        + " classes; face must be 255, background 0");
        add(
                concerns,
                whole,
                sample,
                "the masks are full: in %s everything is face, so that the model redraws the"
                        + " background too, as without masks");
        add(
                concerns,
                inverted,
                sample,
                "the masks look inverted: in %s the middle is background and what is around it"
                        + " face; face must be 255, background 0");
    }

    private static void add(List<String> concerns, int count, FaceSample sample, String text) {
        if (2 * count >= sample.size()) {
            concerns.add(text.formatted(count + " of " + sample.size() + " looked at"));
        }
    }
}
