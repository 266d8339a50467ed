package reaging.data;

import java.awt.image.BufferedImage;
import java.util.Optional;
import reaging.pictures.UnreadablePicture;

/** A set of labelled faces, numbered from 0: a folder on disk, or people drawn from a seed. It may be used from any thread. */
public interface FaceSet {
    /** Returns the name of the set in run folders and reports, one word. */
    String name();

    /** Returns the number of faces. */
    int size();

    /** Returns the age of a face in years; NaN if unknown. */
    double age(int index);

    /** Returns the person's sex, if the data specifies it. */
    default Optional<Sex> sex(int index) {
        return Optional.empty();
    }

    /** Returns a face's name, such as a file name, which does not depend on the other faces in the set. */
    String label(int index);

    /**
     * Reads a face's image at its own size; it is read again each time.
     *
     * @throws UnreadablePicture if it cannot be read
     */
    BufferedImage image(int index);

    /** Returns what {@link #mask} contains; with {@link Masks#NONE} it must not be called. */
    Masks masks();

    /**
     * Reads a face's mask at its own size; it is read again each time.
     *
     * @throws UnreadablePicture if it cannot be read
     */
    BufferedImage mask(int index);
}
