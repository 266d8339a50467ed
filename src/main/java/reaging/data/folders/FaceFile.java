package reaging.data.folders;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reaging.data.Sex;

/**
 * A labelled face on disk.
 *
 * @param label its name in the data set, which does not depend on the other faces in it
 * @param age age in years; the centre of its group if only that is known, NaN if unknown
 * @param image its image file
 * @param mask its mask file, if it has one
 * @param others other labels by the names of their columns
 */
public record FaceFile(
        String label, double age, Path image, @Nullable Path mask, Map<String, String> others) {
    /** The column that identifies the person in an image. */
    static final String PERSON = "person";

    /** Creates a face with no labels other than the age. */
    public FaceFile(String label, double age, Path image, @Nullable Path mask) {
        this(label, age, image, mask, Map.of());
    }

    /** Returns the person, if the data set identifies them. */
    Optional<String> person() {
        return Optional.ofNullable(others.get(PERSON)).map(String::strip).filter(person -> !person.isEmpty());
    }

    /**
     * Returns the sex, if the data set specifies it: in its column or, without one, as in folders prepared from UTKFace by older
     * versions, in the label.
     */
    public Optional<Sex> sex() {
        return others.containsKey(Sex.COLUMN) ? Sex.labelled(others.get(Sex.COLUMN)) : Sex.ofFileName(label);
    }
}
