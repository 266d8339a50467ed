package reaging.faces;

import java.nio.file.Path;
import reaging.data.FivePoints;
import reaging.faces.Photo.Beyond;
import reaging.networks.PersonNetwork;

/** Finds out which part of a crop is the person. Holds native memory until it is closed. */
final class FaceMasks implements AutoCloseable {
    /** Side of the images that the network sees, in pixels. */
    private static final int SIDE = 224;

    private final FivePoints frame;
    private final PersonNetwork network; // null: not installed

    private FaceMasks(FivePoints frame, PersonNetwork network) {
        this.frame = frame;
        this.network = network;
    }

    /** By the network that finds people where it is installed, or else by the frame alone. */
    static FaceMasks load(Path networks, FivePoints frame) {
        return new FaceMasks(frame, PersonNetwork.isIn(networks) ? PersonNetwork.load(networks) : null);
    }

    /** The mask of a crop: an ellipse where no person is found in its middle. */
    FaceMask of(Photo photo, Region region) {
        if (network == null) {
            return FaceMask.ellipse(frame);
        }
        try (var image = photo.tensor(region, SIDE, Beyond.EDGE)) {
            var person = new FaceMask(Grid.of(network.probabilities(image)));
            return person.coversTheMiddle() ? person : FaceMask.ellipse(frame);
        }
    }

    @Override
    public void close() {
        if (network != null) {
            network.close();
        }
    }
}
