package reaging.faces;

/** Finds the faces of a photo; from any thread. */
public interface FaceFinder extends AutoCloseable {
    /** Finds all of them. */
    FoundFaces find(Photo photo);

    @Override
    void close();
}
