package reaging.data;

import com.google.gson.annotations.SerializedName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How a data set is laid out on disk. */
public enum DataFormat {
    /** Whichever of the others a folder fits. */
    @SerializedName("auto")
    AUTO("auto"),
    /** {@code labels.csv} beside {@code images/} and {@code masks/}: what this program writes, see {@link LabelledFolder}. */
    @SerializedName("labelled")
    LABELLED("labelled"),
    /** FFHQ-Aging, see {@link FfhqAgingFolder}. */
    @SerializedName("ffhq-aging")
    FFHQ_AGING("ffhq-aging"),
    /** A folder for each age group, see {@link GroupFolders}. */
    @SerializedName("folders")
    FOLDERS("folders"),
    /** File names that begin with the age, see {@link UtkFaceFolder}. */
    @SerializedName("utkface")
    UTKFACE("utkface");

    private final String text;

    DataFormat(String text) {
        this.text = text;
    }

    /**
     * Lists a data set; no image is read.
     *
     * @param pruning which faces of FFHQ-Aging are left out
     * @throws IllegalArgumentException if the folder is not of this format
     * @throws IllegalStateException if it has not enough faces
     */
    public Listing list(Path folder, Pruning pruning) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "--data must be a folder of images or \"synthetic\" but is " + folder + "; check the path");
        }
        var format = this == AUTO ? recognised(folder) : this;
        boolean attributes = format == LABELLED || format == FFHQ_AGING;
        if (pruning == Pruning.LATS && !attributes) {
            throw new IllegalArgumentException("--prune lats needs the attributes of FFHQ-Aging but " + folder
                    + " is read as " + format + ", which has none; leave it out");
        }
        return switch (format) {
            case LABELLED -> LabelledFolder.list(folder, pruning);
            case FFHQ_AGING -> FfhqAgingFolder.list(folder, pruning);
            case FOLDERS -> GroupFolders.list(folder);
            default -> UtkFaceFolder.list(folder);
        };
    }

    private static DataFormat recognised(Path folder) {
        // FFHQ-Aging before file names: its download has a folder "images" with pictures about it.
        return List.of(LABELLED, FFHQ_AGING, FOLDERS, UTKFACE).stream()
                .filter(format -> format.fits(folder))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a data folder must hold " + LabelledFolder.LABELS
                        + " beside images/, " + FfhqAgingFolder.LABELS
                        + ", folders named 0-2 to 70-120, or .jpg or .png images"
                        + " named [age]_... but " + folder
                        + " has none of these; check the path, or try --data synthetic"));
    }

    private boolean fits(Path folder) {
        return switch (this) {
            case AUTO -> true;
            case LABELLED -> LabelledFolder.fits(folder);
            case FFHQ_AGING -> FfhqAgingFolder.fits(folder);
            case FOLDERS -> GroupFolders.fits(folder);
            case UTKFACE -> UtkFaceFolder.fits(folder);
        };
    }

    /** As the command line writes it. */
    @Override
    public String toString() {
        return text;
    }
}
