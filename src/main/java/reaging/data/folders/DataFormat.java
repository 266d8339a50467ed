package reaging.data.folders;

import com.google.gson.annotations.SerializedName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The layout of a data set on disk. */
public enum DataFormat {
    /** Detects which of the other formats a folder matches. */
    @SerializedName("auto")
    AUTO("auto", "any of the others"),
    /** {@code labels.csv} beside {@code images/} and {@code masks/}, the format that this program writes, see {@link LabelledFolder}. */
    @SerializedName("labelled")
    LABELLED("labelled", LabelledFolder.LABELS + " beside images/"),
    /** The layout of FFHQ-Aging, see {@link FfhqAgingFolder}. */
    @SerializedName("ffhq-aging")
    FFHQ_AGING("ffhq-aging", FfhqAgingFolder.LABELS),
    /** A folder for each age group, see {@link GroupFolders}. */
    @SerializedName("folders")
    FOLDERS("folders", "folders named 0-2 to 70-120"),
    /** File names that start with the age, see {@link UtkFaceFolder}. */
    @SerializedName("utkface")
    UTKFACE("utkface", ".jpg or .png images named [age]_..."),
    /** File names like AgeDB's, see {@link FaceNames}. */
    @SerializedName("agedb")
    AGEDB("agedb", FaceNames.AGEDB),
    /** File names like CACD's, see {@link FaceNames}. */
    @SerializedName("cacd")
    CACD("cacd", FaceNames.CACD),
    /** File names like MORPH's, see {@link FaceNames}. */
    @SerializedName("morph")
    MORPH("morph", FaceNames.MORPH),
    /** File names like FG-NET's, see {@link FaceNames}. */
    @SerializedName("fg-net")
    FG_NET("fg-net", FaceNames.FG_NET),
    /** Images without age labels, see {@link PhotoFolder}; not for training, and never detected automatically. */
    @SerializedName("photos")
    PHOTOS("photos", ".jpg or .png images");

    // FFHQ-Aging comes before file names: its download has a folder "images" with pictures about the data set.
    private static final List<DataFormat> RECOGNISED =
            List.of(LABELLED, FFHQ_AGING, FOLDERS, AGEDB, CACD, MORPH, FG_NET, UTKFACE);

    private final String text;
    private final String sign;
    private final Optional<FaceNames> names; // empty: file names contain nothing, or only the age

    /**
     * @param text name on the command line
     * @param sign what a folder is recognized by
     */
    DataFormat(String text, String sign) {
        this.text = text;
        this.sign = sign;
        names = Optional.empty();
    }

    DataFormat(String text, FaceNames names) {
        this.text = text;
        sign = "names as " + names.example();
        this.names = Optional.of(names);
    }

    /**
     * Lists a data set without reading any image.
     *
     * @param pruning faces of FFHQ-Aging to leave out
     * @throws IllegalArgumentException if the folder does not have this format
     * @throws IllegalStateException if it does not have enough faces
     */
    public Listing list(Path folder, Pruning pruning) {
        return list(folder, pruning, MaskOrigin.GIVEN);
    }

    /**
     * Lists a data set to be prepared, without reading any image.
     *
     * @param pruning faces of FFHQ-Aging to leave out
     * @param masks origin of the masks; unless {@code GIVEN}, a face may have no mask although others have one
     * @throws IllegalArgumentException if the folder does not have this format
     * @throws IllegalStateException if it does not have enough faces
     */
    public Listing list(Path folder, Pruning pruning, MaskOrigin masks) {
        if (this == PHOTOS) {
            throw new IllegalArgumentException("faces must have ages here but the format photos means that those in "
                    + folder + " have none: they are for evaluations at targets; name another format");
        }
        requireFolder(folder);
        if (LabelledFolder.unfinished(folder)) {
            throw new IllegalArgumentException("a prepared folder must be complete but " + folder + " has no "
                    + LabelledFolder.LABELS + " yet; prepare the data again to resume");
        }
        var found = Recognition.of(folder);
        var format = this == AUTO ? found.among(RECOGNISED) : found.as(this);
        boolean attributes = format == LABELLED || format == FFHQ_AGING;
        if (pruning == Pruning.LATS && !attributes) {
            throw new IllegalArgumentException("pruning as in LATS needs the attributes of FFHQ-Aging but " + folder
                    + " is read as " + format + ", which has none; leave it out");
        }
        return switch (format) {
            case LABELLED -> LabelledFolder.list(folder, pruning, masks);
            case FFHQ_AGING -> FfhqAgingFolder.list(folder, pruning, masks);
            case FOLDERS -> GroupFolders.list(folder, masks);
            case UTKFACE -> UtkFaceFolder.list(folder, masks);
            default -> NamedFolder.list(folder, format, format.names.orElseThrow(), masks);
        };
    }

    static void requireFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "data must be a folder of images or \"synthetic\" but is " + folder + "; check the path");
        }
    }

    /** Returns what a folder is recognized by. */
    String sign() {
        return sign;
    }

    /** Returns the naming scheme of its images, if the names identify people. */
    Optional<FaceNames> names() {
        return names;
    }

    /** Whether a folder matches this format. */
    boolean fits(Path folder) {
        return switch (this) {
            case LABELLED -> LabelledFolder.fits(folder);
            case FFHQ_AGING -> FfhqAgingFolder.fits(folder);
            case FOLDERS -> GroupFolders.fits(folder);
            case UTKFACE -> UtkFaceFolder.fits(folder);
            default -> names.filter(known -> NamedFolder.fits(folder, known)).isPresent();
        };
    }

    /** Returns the name on the command line. */
    @Override
    public String toString() {
        return text;
    }
}
