package reaging.data;

import java.awt.image.BufferedImage;
import java.util.Optional;
import reaging.pictures.UnreadablePicture;

/** Labelled faces, numbered from 0: a folder on disk, or people drawn from a seed. Its methods may be called from any thread. */
public interface FaceSet {
    /** What run folders and reports call these faces, one word. */
    String name();

    /** The number of faces. */
    int size();

    /** Age of a face, in years; NaN where the set knows of none. */
    double age(int index);

    /** Sex of the person, where the data say it. */
    default Optional<Sex> sex(int index) {
        return Optional.empty();
    }

    /** The name of one face that stays the same whatever else is in the set; a file name for example. */
    String label(int index);

    /**
     * The face's image at its own size, read anew each time.
     *
     * @throws UnreadablePicture if it cannot be read
     */
    BufferedImage image(int index);

    /** What {@link #mask} holds; with {@link Masks#NONE} it is not asked for. */
    Masks masks();

    /**
     * The face's mask at its own size, read anew each time.
     *
     * @throws UnreadablePicture if it cannot be read
     */
    BufferedImage mask(int index);
}
