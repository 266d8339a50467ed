package reaging.faces;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The faces detected in a photo.
 *
 * @param faces faces from left to right
 * @param finder what found them: packages and files of networks, or OpenCV's cascades
 */
public record DetectedFaces(List<DetectedFace> faces, String finder) {
    public DetectedFaces {
        faces = faces.stream()
                .sorted(Comparator.comparingDouble(face -> face.box().middle().x()))
                .toList();
    }

    /** Returns the faces that can be re-aged. */
    public List<DetectedFace> usable() {
        return faces.stream().filter(DetectedFace::usable).toList();
    }

    /** Returns the largest face that can be re-aged. */
    public Optional<DetectedFace> largest() {
        return usable().stream()
                .max(Comparator.comparingDouble(face -> face.box().area()));
    }
}
