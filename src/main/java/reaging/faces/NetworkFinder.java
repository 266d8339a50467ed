package reaging.faces;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import reaging.faces.Photo.Beyond;
import reaging.networks.BlazeFace;

/** Finds faces with BlazeFace and their points with FaceMesh. It holds native memory until it is closed. */
public final class NetworkFinder implements FaceFinder {
    /** Minimum score of a face. */
    private static final double SCORE = .5;

    /** In smaller photos a tile would show no more detail than the whole. */
    private static final int WORTH_TILES = 2 * BlazeFace.SIDE;

    private final BlazeFace detector;
    private final FacePoints points;

    private NetworkFinder(BlazeFace detector, FacePoints points) {
        this.detector = detector;
        this.points = points;
    }

    /** Whether the networks are installed in a folder. */
    public static boolean isIn(Path folder) {
        return BlazeFace.isIn(folder) && FacePoints.isIn(folder);
    }

    /**
     * Loads the networks.
     *
     * @param folder folder of the networks
     * @throws IllegalArgumentException if they are missing or damaged
     */
    public static NetworkFinder load(Path folder) {
        var detector = BlazeFace.load(folder);
        try {
            return new NetworkFinder(detector, FacePoints.load(folder));
        } catch (IllegalArgumentException e) {
            detector.close();
            throw e;
        }
    }

    @Override
    public DetectedFaces find(Photo photo) {
        var upright = search(photo, 0);
        // For a photo on its side or upside down: few of its faces are found upright, and hardly any is
        // usable.
        var found = anyUsable(upright)
                ? upright
                : Stream.of(90, -90, 180)
                        .map(turn -> search(photo, turn))
                        .filter(NetworkFinder::anyUsable)
                        .findFirst()
                        .orElse(upright);
        return new DetectedFaces(found, BlazeFace.name() + ", " + FacePoints.name());
    }

    private static boolean anyUsable(List<DetectedFace> faces) {
        return faces.stream().anyMatch(DetectedFace::usable);
    }

    private List<DetectedFace> search(Photo photo, int degrees) {
        double turn = Math.toRadians(degrees);
        List<Detection> all = new ArrayList<>(
                look(photo, Region.around(photo.width(), photo.height()).turned(turn)));
        if (Math.max(photo.width(), photo.height()) >= WORTH_TILES) {
            for (var tile : Tiles.of(photo.width(), photo.height())) {
                look(photo, tile.turned(turn)).stream()
                        .filter(each -> whole(each, tile, photo))
                        .forEach(all::add);
            }
        }
        return points.distinct(photo, Detection.distinct(all));
    }

    private List<Detection> look(Photo photo, Region region) {
        try (var image = photo.tensor(region, BlazeFace.SIDE, Beyond.BLACK)) {
            return detector.look(image, SCORE).stream()
                    .map(candidate -> Detection.of(candidate, region))
                    .toList();
        }
    }

    /** Whether a tile does not cut off a face, except at the edge of the photo. */
    private static boolean whole(Detection detection, Region tile, Photo photo) {
        double left = tile.middle().x() - tile.side() / 2;
        double top = tile.middle().y() - tile.side() / 2;
        var box = detection.box();
        return (box.x() >= left || left <= 0)
                && (box.y() >= top || top <= 0)
                && (box.x() + box.width() <= left + tile.side() || left + tile.side() >= photo.width())
                && (box.y() + box.height() <= top + tile.side() || top + tile.side() >= photo.height());
    }

    @Override
    public void close() {
        detector.close();
        points.close();
    }
}
