package reaging.faces;

import java.util.Locale;
import java.util.Optional;
import reaging.data.FivePoints;
import reaging.faces.DetectedFace.Reason;
import reaging.faces.DetectedFace.Refusal;

/** The requirements that a face must meet to be re-aged. */
final class Refusals {
    /** In smaller faces a network invents more than it sees. */
    private static final double LEAST_EYE_DISTANCE = 12;

    private static final double MOST_YAW = 45;
    private static final double MOST_PITCH = 40;

    /** FaceMesh is less confident if hands, masks or other heads cover a face. */
    private static final double LEAST_CONFIDENCE = .5;

    private Refusals() {}

    /**
     * Returns why a face cannot be re-aged; empty: it can.
     *
     * @param confidence FaceMesh's confidence
     */
    static Optional<Refusal> of(FivePoints points, Pose pose, double confidence) {
        if (confidence < LEAST_CONFIDENCE) {
            return refusal(
                    Reason.COVERED,
                    "must show eyes, nose and mouth with a confidence of at least %.1f but has %.2f: it is covered, blurred or"
                            + " turned away",
                    LEAST_CONFIDENCE,
                    confidence);
        }
        var small = tooSmall(points);
        if (small.isPresent()) {
            return small;
        }
        if (Math.abs(pose.yaw()) > MOST_YAW) {
            return refusal(
                    Reason.TURNED_AWAY,
                    "must be turned sideways by at most %.0f degrees but is turned by %.0f",
                    MOST_YAW,
                    Math.abs(pose.yaw()));
        }
        if (Math.abs(pose.pitch()) > MOST_PITCH) {
            return refusal(
                    Reason.TURNED_AWAY,
                    "must be tilted up or down by at most %.0f degrees but is tilted by %.0f",
                    MOST_PITCH,
                    Math.abs(pose.pitch()));
        }
        return Optional.empty();
    }

    /** Returns a refusal if a face is too small. */
    static Optional<Refusal> tooSmall(FivePoints points) {
        return points.eyeDistance() >= LEAST_EYE_DISTANCE
                ? Optional.empty()
                : refusal(
                        Reason.TOO_SMALL,
                        "must have at least %.0f pixels from eye to eye but has %.1f",
                        LEAST_EYE_DISTANCE,
                        points.eyeDistance());
    }

    private static Optional<Refusal> refusal(Reason reason, String text, Object... values) {
        return Optional.of(new Refusal(reason, String.format(Locale.ROOT, text, values)));
    }
}
