package reaging.data.folders;

import com.google.gson.annotations.SerializedName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** How a data set is laid out on disk. */
public enum DataFormat {
    /** Whichever of the others a folder fits. */
    @SerializedName("auto")
    AUTO("auto", "any of the others"),
    /** {@code labels.csv} beside {@code images/} and {@code masks/}: what this program writes, see {@link LabelledFolder}. */
    @SerializedName("labelled")
    LABELLED("labelled", LabelledFolder.LABELS + " beside images/"),
    /** FFHQ-Aging, see {@link FfhqAgingFolder}. */
    @SerializedName("ffhq-aging")
    FFHQ_AGING("ffhq-aging", FfhqAgingFolder.LABELS),
    /** A folder for each age group, see {@link GroupFolders}. */
    @SerializedName("folders")
    FOLDERS("folders", "folders named 0-2 to 70-120"),
    /** File names that begin with the age, see {@link UtkFaceFolder}. */
    @SerializedName("utkface")
    UTKFACE("utkface", ".jpg or .png images named [age]_..."),
    /** Images without ages, see {@link PhotoFolder}: no data set to train on, and no folder is taken for one unasked. */
    @SerializedName("photos")
    PHOTOS("photos", ".jpg or .png images");

    // FFHQ-Aging before file names: its download has a folder "images" with pictures about it.
    private static final List<DataFormat> RECOGNISED = List.of(LABELLED, FFHQ_AGING, FOLDERS, UTKFACE);

    private final String text;
    private final String sign;

    /**
     * @param text as the command line writes it
     * @param sign what a folder has by which it is recognised
     */
    DataFormat(String text, String sign) {
        this.text = text;
        this.sign = sign;
    }

    /**
     * Lists a data set; no image is read.
     *
     * @param pruning which faces of FFHQ-Aging are left out
     * @throws IllegalArgumentException if the folder is not of this format
     * @throws IllegalStateException if it has not enough faces
     */
    public Listing list(Path folder, Pruning pruning) {
        return list(folder, pruning, MaskOrigin.GIVEN);
    }

    /**
     * Lists a data set to be prepared; no image is read.
     *
     * @param pruning which faces of FFHQ-Aging are left out
     * @param masks where they come from; unless {@code GIVEN}, a face's mask may be null where others have one
     * @throws IllegalArgumentException if the folder is not of this format
     * @throws IllegalStateException if it has not enough faces
     */
    public Listing list(Path folder, Pruning pruning, MaskOrigin masks) {
        if (this == PHOTOS) {
            throw new IllegalArgumentException("faces must have ages here but --format photos says that those of "
                    + folder + " have none: such are for \"ragan evaluate --targets\"; name another format");
        }
        requireFolder(folder);
        if (LabelledFolder.unfinished(folder)) {
            throw new IllegalArgumentException("a prepared folder must be whole but " + folder + " has no "
                    + LabelledFolder.LABELS + " yet; run \"ragan data prepare\" again, which goes on");
        }
        var format = recognised(folder);
        boolean attributes = format == LABELLED || format == FFHQ_AGING;
        if (pruning == Pruning.LATS && !attributes) {
            throw new IllegalArgumentException("--prune lats needs the attributes of FFHQ-Aging but " + folder
                    + " is read as " + format + ", which has none; leave it out");
        }
        return switch (format) {
            case LABELLED -> LabelledFolder.list(folder, pruning, masks);
            case FFHQ_AGING -> FfhqAgingFolder.list(folder, pruning, masks);
            case FOLDERS -> GroupFolders.list(folder, masks);
            default -> UtkFaceFolder.list(folder, masks);
        };
    }

    static void requireFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "--data must be a folder of images or \"synthetic\" but is " + folder + "; check the path");
        }
    }

    private DataFormat recognised(Path folder) {
        var candidates = this == AUTO ? RECOGNISED : List.of(this);
        return candidates.stream()
                .filter(format -> format.fits(folder))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a data folder must hold "
                        + candidates.stream().map(format -> format.sign).collect(Collectors.joining(", or "))
                        + " but " + folder + " does not; check the path and --format, or try --data synthetic"));
    }

    private boolean fits(Path folder) {
        return switch (this) {
            case LABELLED -> LabelledFolder.fits(folder);
            case FFHQ_AGING -> FfhqAgingFolder.fits(folder);
            case FOLDERS -> GroupFolders.fits(folder);
            default -> UtkFaceFolder.fits(folder);
        };
    }

    /** As the command line writes it. */
    @Override
    public String toString() {
        return text;
    }
}
