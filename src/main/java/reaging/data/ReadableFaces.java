package reaging.data;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TensorFlowException;

/**
 * Which faces of a set can be read; one that cannot is reported by name, once. Holds a TensorFlow session until it is closed.
 */
public final class ReadableFaces implements AutoCloseable {
    private final FaceSet faces;
    private final FaceReader single;
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
        single = new FaceReader(faces, size, 1);
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
        try (var pixels = single.read(new int[] {face}, new boolean[1])) {
            return pixels != null;
        } catch (TensorFlowException | TFInvalidArgumentException e) {
            unreadable.add(face);
            notices.accept("skipped " + faces.label(face) + ": it cannot be read as an image ("
                    + reason(e) + "); " + unreadable.size()
                    + " skipped so far");
            return false;
        }
    }

    /** What TensorFlow says of an image, without the place in its graph. */
    public static String reason(RuntimeException e) {
        return e.getMessage().lines().findFirst().orElse("no reason given");
    }

    /** The error of a set in which no face is left to read. */
    public IllegalArgumentException nothingLeft() {
        return new IllegalArgumentException("a data set must have readable images but " + unreadable.size() + " of the "
                + faces.size() + " in " + faces.name() + " are not; check the folder");
    }

    @Override
    public void close() {
        single.close();
    }
}
