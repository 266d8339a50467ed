package reaging.faces;

import java.util.Optional;
import reaging.data.FivePoints;

/**
 * A face detected in a photo.
 *
 * @param box box from the forehead to the chin in pixels; parts of it may lie outside the photo
 * @param score confidence from 0 to 1
 * @param points eyes, nose and mouth in pixels
 * @param pose pose of the head
 * @param refusal why it cannot be re-aged; empty: it can
 */
public record DetectedFace(Box box, double score, FivePoints points, Pose pose, Optional<Refusal> refusal) {

    /** The reason why a face is left unchanged, with a sentence that lacks its subject: "is 12 pixels wide, ...". */
    public record Refusal(Reason reason, String text) {}

    /** The kinds of reasons. */
    public enum Reason {
        TOO_SMALL,
        TURNED_AWAY,
        COVERED
    }

    /** Whether it can be re-aged. */
    public boolean usable() {
        return refusal.isEmpty();
    }
}
