package reaging.evaluation.scenes;

import java.util.List;
import java.util.Optional;
import reaging.data.FivePoints;
import reaging.faces.DetectedFace;

/**
 * A portrait in a scene, and the face detected there.
 *
 * @param face the face; empty: none was found
 */
record DetectedPortrait(Placed placed, Optional<DetectedFace> face) {
    /** Maximum distance of a face's midpoint between the eyes from that of its portrait, in eye distances. */
    private static final double NEAR = .5;

    /** Finds the face of a portrait among the detected ones. */
    static DetectedPortrait of(Placed placed, List<DetectedFace> faces) {
        var points = placed.points();
        return new DetectedPortrait(
                placed,
                faces.stream().filter(face -> belongs(face.points(), points)).findFirst());
    }

    private static boolean belongs(FivePoints found, FivePoints truth) {
        var middle = truth.leftEye().middle(truth.rightEye());
        return found.leftEye().middle(found.rightEye()).distance(middle) <= NEAR * truth.eyeDistance();
    }

    boolean isUsable() {
        return face.map(DetectedFace::usable).orElse(false);
    }

    /** Returns the mean distance of the detected eyes from the true ones, as a fraction of the eye distance. */
    double eyeError() {
        return error(2);
    }

    /** Returns the mean distance of all five points, as a fraction of the eye distance. */
    double pointError() {
        return error(5);
    }

    private double error(int count) {
        var truth = placed.points();
        var found = face.orElseThrow().points();
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += truth.all().get(i).distance(found.all().get(i));
        }
        return sum / count / truth.eyeDistance();
    }
}
