package reaging.data;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import reaging.pictures.UnreadablePicture;

/** Determines which faces of a set can be read; each unreadable one is reported once by name. */
public final class ReadableFaces {
    private final FaceSet faces;
    private final FaceReader reader;
    private final Consumer<String> notices;
    private final Set<Integer> unreadable = new HashSet<>();

    /**
     * Starts with no known unreadable faces.
     *
     * @param size side of the images in pixels
     * @param notices receives a notice for each unreadable face
     */
    public ReadableFaces(FaceSet faces, int size, Consumer<String> notices) {
        this.faces = faces;
        this.notices = notices;
        reader = new FaceReader(faces, size);
    }

    /** Whether a face is known to be unreadable; reads nothing. */
    boolean knownToFail(int face) {
        return unreadable.contains(face);
    }

    /** Whether a face can be read; tries to read it unless it is known to fail. */
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

    /** Returns the error for a set without any readable face. */
    public IllegalArgumentException nothingLeft() {
        return new IllegalArgumentException("a data set must have readable images but " + unreadable.size() + " of the "
                + faces.size() + " in " + faces.name() + " are not; check the folder");
    }
}
