package reaging.faces;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import reaging.data.FivePoints;
import reaging.faces.Photo.Beyond;
import reaging.networks.PersonNetwork;

/**
 * The networks that process photos before a model does. They hold native memory until they are closed.
 *
 * @param finder finds faces
 * @param people segments people, if it is installed
 */
record PhotoNetworks(FaceFinder finder, @Nullable PersonNetwork people) implements AutoCloseable {
    /** Side of the crops for person segmentation, in pixels. */
    private static final int SIDE = 224;

    /** Loads the installed networks; OpenCV's cascades replace missing ones for faces. */
    static PhotoNetworks load(Path folder) {
        var finder = NetworkFinder.isIn(folder) ? NetworkFinder.load(folder) : new CascadeFinder();
        try {
            return new PhotoNetworks(finder, PersonNetwork.isIn(folder) ? PersonNetwork.load(folder) : null);
        } catch (RuntimeException e) {
            finder.close();
            throw e;
        }
    }

    /**
     * Returns the mask of the person in a crop; an ellipse if no person is found in its centre, or the network is not installed.
     *
     * @param frame frame in which the face lies
     */
    FaceMask mask(Photo photo, Region region, FivePoints frame) {
        if (people == null) {
            return FaceMask.ellipse(frame);
        }
        try (var image = photo.tensor(region, SIDE, Beyond.EDGE)) {
            var person = new FaceMask(Grid.of(people.probabilities(image)));
            return person.coversTheMiddle() ? person : FaceMask.ellipse(frame);
        }
    }

    @Override
    public void close() {
        finder.close();
        if (people != null) {
            people.close();
        }
    }
}
