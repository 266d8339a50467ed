package reaging.evaluation.scenes;

import java.util.List;
import java.util.Optional;
import reaging.data.FivePoints;
import reaging.faces.DetectedFace;

/**
 * A portrait of a scene, and the face that was found there.
 *
 * @param face empty: none was
 */
record DetectedPortrait(Placed placed, Optional<DetectedFace> face) {
    /** A face belongs to a portrait if the middles of the eyes are no further apart than this, in eye distances. */
    private static final double NEAR = .5;

    /** The face of a portrait among those that were found. */
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

    /** Mean distance of the found eyes from the true ones, as a part of the eye distance. */
    double eyeError() {
        return error(2);
    }

    /** The same of all five points. */
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
