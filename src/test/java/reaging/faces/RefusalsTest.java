package reaging.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reaging.data.FivePoints;
import reaging.data.FivePoints.Point;
import reaging.faces.DetectedFace.Reason;
import reaging.faces.DetectedFace.Refusal;

class RefusalsTest {
    private static final Pose FRONT = new Pose(0, 0, 0);

    private static FivePoints eyes(double distance) {
        return FivePoints.ofEyes(new Point(100, 100), new Point(100 + distance, 100));
    }

    @Test
    void aFaceFromTheFrontIsTaken() {
        assertEquals(Optional.empty(), Refusals.of(eyes(40), FRONT, .9));
    }

    @ParameterizedTest
    @CsvSource({
        "40, 0, 0, .3, COVERED, 'must show eyes, nose and mouth with a confidence of at least 0.5 but has 0.30: it is covered, blurred or turned away'",
        "8, 0, 0, .9, TOO_SMALL, must have at least 12 pixels from eye to eye but has 8.0",
        "40, -60, 0, .9, TURNED_AWAY, must be turned sideways by at most 45 degrees but is turned by 60",
        "40, 0, 50, .9, TURNED_AWAY, must be tilted up or down by at most 40 degrees but is tilted by 50"
    })
    void othersAreLeftWithAReason(
            double distance, double yaw, double pitch, double confidence, Reason reason, String text) {
        assertEquals(
                Optional.of(new Refusal(reason, text)),
                Refusals.of(eyes(distance), new Pose(0, yaw, pitch), confidence));
    }
}
