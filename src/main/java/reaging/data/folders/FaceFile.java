package reaging.data.folders;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import reaging.data.Sex;

/**
 * One labelled face on disk.
 *
 * @param label its name in the data set, which stays the same whatever else is in it
 * @param age in years; the centre of its group where only that is known, NaN where nothing is
 * @param image its image file
 * @param mask its mask file, or null where it has none
 * @param others what else the data set says of it, by the names of its columns
 */
public record FaceFile(String label, double age, Path image, Path mask, Map<String, String> others) {
    /** The column that says who is on an image, alike for all images of a person. */
    static final String PERSON = "person";

    /** A face of which the data set says nothing but the age. */
    public FaceFile(String label, double age, Path image, Path mask) {
        this(label, age, image, mask, Map.of());
    }

    /** Who it is, where the data set says it. */
    Optional<String> person() {
        return Optional.ofNullable(others.get(PERSON)).map(String::strip).filter(person -> !person.isEmpty());
    }

    /**
     * The sex, where the data set says it: in its column or, where there is no such column, as in folders prepared from UTKFace
     * before they carried it, in the label.
     */
    public Optional<Sex> sex() {
        return others.containsKey(Sex.COLUMN) ? Sex.labelled(others.get(Sex.COLUMN)) : Sex.ofFileName(label);
    }
}
