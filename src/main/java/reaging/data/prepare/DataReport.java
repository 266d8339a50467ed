package reaging.data.prepare;

import java.util.List;
import java.util.Map;
import reaging.data.Masks;
import reaging.data.folders.DataFormat;
import reaging.data.folders.Skipped;

/**
 * What is in a data set on disk; {@link DataCheck} finds it out.
 *
 * @param format how the folder is laid out
 * @param training faces that training would use
 * @param heldOut faces that it never sees
 * @param groups how many of either in each age group
 * @param sizes of the images, the most frequent first, and how many have it
 * @param skipped what is not used, and why
 * @param duplicates faces whose image files are equal, byte for byte
 * @param duplicatesInBothParts how many of these lie in both parts of the split
 * @param duplicatesOfDifferentAge how many of these have different ages
 * @param masks about the masks
 * @param confidence about the labels' confidence, or null where the set gives none
 * @param concerns what makes it worth little to train on, see {@link Concerns}
 */
public record DataReport(
        DataFormat format,
        int training,
        int heldOut,
        Map<String, Parts> groups,
        Map<String, Integer> sizes,
        Map<Skipped.Reason, List<String>> skipped,
        List<List<String>> duplicates,
        int duplicatesInBothParts,
        int duplicatesOfDifferentAge,
        MaskReport masks,
        Confidence confidence,
        List<String> concerns) {

    /** Numbers of faces in the two parts of a split. */
    public record Parts(int training, int heldOut) {}

    /**
     * About the masks of the faces that can be read.
     *
     * @param kind what they hold
     * @param faceShare part of the pixels that is face, the mean
     * @param empty faces whose mask has no face
     * @param whole faces whose mask has nothing else
     * @param otherSize faces whose mask has another size than the image
     */
    public record MaskReport(
            Masks kind, double faceShare, List<String> empty, List<String> whole, List<String> otherSize) {}

    /**
     * How sure FFHQ-Aging is of the age groups that are used.
     *
     * @param mean over the faces
     * @param lowest of the faces
     */
    public record Confidence(double mean, double lowest) {}
}
