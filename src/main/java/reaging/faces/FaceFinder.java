package reaging.faces;

/** Finds the faces of a photo; from any thread. */
public sealed interface FaceFinder extends AutoCloseable permits NetworkFinder, CascadeFinder {
    /** Finds all of them. */
    DetectedFaces find(Photo photo);

    @Override
    void close();
}
