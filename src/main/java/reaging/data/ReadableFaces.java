package reaging.data;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import reaging.pictures.UnreadablePicture;

/** Which faces of a set can be read; one that cannot is reported by name, once. */
public final class ReadableFaces {
    private final FaceSet faces;
    private final FaceReader reader;
    private final Consumer<String> notices;
    private final Set<Integer> unreadable = new HashSet<>();

    /**
     * Knows of no unreadable face yet.
     *
     * @param size side of the images, in pixels
     * @param notices is told each face that cannot be read, and why
     */
    public ReadableFaces(FaceSet faces, int size, Consumer<String> notices) {
        this.faces = faces;
        this.notices = notices;
        reader = new FaceReader(faces, size);
    }

    /** Whether a face was found to be unreadable; reads nothing. */
    boolean knownToFail(int face) {
        return unreadable.contains(face);
    }

    /** Whether a face can be read; tries it unless it is known to fail. */
    public boolean contains(int face) {
        if (knownToFail(face)) {
            return false;
        }
        try (var pixels = reader.read(new int[] {face}, new boolean[1])) {
            return pixels != null;
        } catch (UnreadablePicture e) {
            unreadable.add(face);
            notices.accept("skipped " + faces.label(face) + ": " + e.getMessage() + "; " + unreadable.size()
                    + " skipped so far");
            return false;
        }
    }

    /** The error of a set in which no face is left to read. */
    public IllegalArgumentException nothingLeft() {
        return new IllegalArgumentException("a data set must have readable images but " + unreadable.size() + " of the "
                + faces.size() + " in " + faces.name() + " are not; check the folder");
    }
}
