package reaging.faces;

import java.util.Optional;
import reaging.data.FivePoints;

/**
 * A face in a photo.
 *
 * @param box from the forehead to the chin, in pixels; parts of it may lie beyond the photo
 * @param score from 0 to 1, how sure it is that there is a face
 * @param points its eyes, nose and mouth, in pixels
 * @param pose how the head is held
 * @param refusal why it cannot be re-aged, if it cannot
 */
public record DetectedFace(Box box, double score, FivePoints points, Pose pose, Optional<Refusal> refusal) {

    /** Why a face is left as it is, as a sentence without its subject: "is 12 pixels wide, ...". */
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
