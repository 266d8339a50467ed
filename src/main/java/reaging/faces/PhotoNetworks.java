package reaging.faces;

import java.nio.file.Path;
import reaging.data.FivePoints;
import reaging.faces.Photo.Beyond;
import reaging.networks.PersonNetwork;

/**
 * What looks at photos before a model does. Holds native memory until it is closed.
 *
 * @param finder of faces
 * @param people tells persons from the background; null: not installed
 */
record PhotoNetworks(FaceFinder finder, PersonNetwork people) implements AutoCloseable {
    /** Side of the crops in which a person is looked for, in pixels. */
    private static final int SIDE = 224;

    /** Loads the networks that are installed; where those for faces are not, OpenCV's cascades take their place. */
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
     * Which part of a crop is the person: an ellipse where none is found in its middle, or nothing looks for one.
     *
     * @param frame that the face lies in
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
