package reaging.faces;

/** Finds the faces in a photo; it may be used from any thread. */
public sealed interface FaceFinder extends AutoCloseable permits NetworkFinder, CascadeFinder {
    /** Finds all faces. */
    DetectedFaces find(Photo photo);

    @Override
    void close();
}
