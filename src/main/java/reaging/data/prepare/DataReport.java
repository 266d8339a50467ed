package reaging.data.prepare;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reaging.data.Masks;
import reaging.data.folders.DataFormat;
import reaging.data.folders.Skipped;

/**
 * The content of a data set on disk, as found by {@link DataCheck}.
 *
 * @param format layout of the folder
 * @param training number of faces that training would use
 * @param heldOut number of faces that it never sees
 * @param groups number of both in each age group
 * @param sizes sizes of the images, the most frequent first, with their counts
 * @param skipped what is not used, and why
 * @param duplicates faces whose image files are identical byte for byte
 * @param duplicatesInBothParts number of these that occur in both parts of the split
 * @param duplicatesOfDifferentAge number of these with different ages
 * @param masks report on the masks
 * @param confidence report on the labels' confidence, if the set gives it
 * @param concerns problems for training, see {@link Concerns}
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
        @Nullable Confidence confidence,
        List<String> concerns) {

    /** The numbers of faces in the two parts of a split. */
    public record Parts(int training, int heldOut) {}

    /**
     * A report on the masks of the readable faces.
     *
     * @param kind content of the mask files
     * @param faceShare mean share of the pixels that are face
     * @param empty faces whose mask has no face
     * @param whole faces whose mask covers the whole image
     * @param otherSize faces whose mask differs in size from the image
     */
    public record MaskReport(
            Masks kind, double faceShare, List<String> empty, List<String> whole, List<String> otherSize) {}

    /**
     * The confidence of FFHQ-Aging in the age groups of the faces used.
     *
     * @param mean mean over the faces
     * @param lowest minimum over the faces
     */
    public record Confidence(double mean, double lowest) {}
}
