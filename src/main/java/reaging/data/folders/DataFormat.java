package reaging.data.folders;

import com.google.gson.annotations.SerializedName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
    /** File names as AgeDB's, see {@link FaceNames}. */
    @SerializedName("agedb")
    AGEDB("agedb", FaceNames.AGEDB),
    /** File names as CACD's, see {@link FaceNames}. */
    @SerializedName("cacd")
    CACD("cacd", FaceNames.CACD),
    /** File names as MORPH's, see {@link FaceNames}. */
    @SerializedName("morph")
    MORPH("morph", FaceNames.MORPH),
    /** File names as FG-NET's, see {@link FaceNames}. */
    @SerializedName("fg-net")
    FG_NET("fg-net", FaceNames.FG_NET),
    /** Images without ages, see {@link PhotoFolder}: no data set to train on, and no folder is taken for one unasked. */
    @SerializedName("photos")
    PHOTOS("photos", ".jpg or .png images");

    // FFHQ-Aging before file names: its download has a folder "images" with pictures about it.
    private static final List<DataFormat> RECOGNISED =
            List.of(LABELLED, FFHQ_AGING, FOLDERS, AGEDB, CACD, MORPH, FG_NET, UTKFACE);

    private final String text;
    private final String sign;
    private final FaceNames names; // null: those of the files say nothing, or only the age

    /**
     * @param text as the command line writes it
     * @param sign what a folder has by which it is recognised
     */
    DataFormat(String text, String sign) {
        this.text = text;
        this.sign = sign;
        names = null;
    }

    DataFormat(String text, FaceNames names) {
        this.text = text;
        sign = "names as " + names.example();
        this.names = names;
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
            throw new IllegalArgumentException("faces must have ages here but the format photos says that those of "
                    + folder + " have none: such are for evaluations at targets; name another format");
        }
        requireFolder(folder);
        if (LabelledFolder.unfinished(folder)) {
            throw new IllegalArgumentException("a prepared folder must be whole but " + folder + " has no "
                    + LabelledFolder.LABELS + " yet; prepare the data again, which goes on");
        }
        var found = Recognition.of(folder);
        var format = this == AUTO ? found.among(RECOGNISED) : found.as(this);
        boolean attributes = format == LABELLED || format == FFHQ_AGING;
        if (pruning == Pruning.LATS && !attributes) {
            throw new IllegalArgumentException("pruning as LATS did needs the attributes of FFHQ-Aging but " + folder
                    + " is read as " + format + ", which has none; leave it out");
        }
        return switch (format) {
            case LABELLED -> LabelledFolder.list(folder, pruning, masks);
            case FFHQ_AGING -> FfhqAgingFolder.list(folder, pruning, masks);
            case FOLDERS -> GroupFolders.list(folder, masks);
            case UTKFACE -> UtkFaceFolder.list(folder, masks);
            default -> NamedFolder.list(folder, format, format.names, masks);
        };
    }

    static void requireFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "data must be a folder of images or \"synthetic\" but are " + folder + "; check the path");
        }
    }

    /** What a folder has by which it is recognised. */
    String sign() {
        return sign;
    }

    /** How its images are named, where the names say who it is. */
    Optional<FaceNames> names() {
        return Optional.ofNullable(names);
    }

    /** Whether a folder has what it is recognised by. */
    boolean fits(Path folder) {
        return switch (this) {
            case LABELLED -> LabelledFolder.fits(folder);
            case FFHQ_AGING -> FfhqAgingFolder.fits(folder);
            case FOLDERS -> GroupFolders.fits(folder);
            case UTKFACE -> UtkFaceFolder.fits(folder);
            default -> names != null && NamedFolder.fits(folder, names);
        };
    }

    /** As the command line writes it. */
    @Override
    public String toString() {
        return text;
    }
}
