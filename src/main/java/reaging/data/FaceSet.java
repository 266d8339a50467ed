package reaging.data;

import java.util.Optional;
import reaging.data.folders.PhotoFolder;

/** Labelled faces, numbered from 0: a folder on disk, or people drawn from a seed. */
public interface FaceSet {
    /** What run folders and reports call these faces, one word. */
    String name();

    /** The number of faces. */
    int size();

    /** Age of a face, in years; NaN in a {@link PhotoFolder}. */
    double age(int index);

    /** Sex of the person, where the data say it. */
    default Optional<Sex> sex(int index) {
        return Optional.empty();
    }

    /** The name of one face that stays the same whatever else is in the set; a file name for example. */
    String label(int index);

    /** Where {@link #image} and {@link #mask} lead. */
    Storage storage();

    /** The face's image, JPEG or PNG: a path or the file's content, as {@link #storage} says. */
    byte[] image(int index);

    /** What {@link #mask} holds; with {@link Masks#NONE} it is not asked for. */
    Masks masks();

    /** The face's mask, an 8-bit PNG with one channel; a path or the file's content, like the image. */
    byte[] mask(int index);
}
