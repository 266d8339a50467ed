package reaging.faces;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reaging.data.FivePoints;

class FaceMaskTest {
    static Stream<FivePoints> frames() {
        return Stream.of(FivePoints.UTKFACE, FivePoints.FFHQ, FivePoints.SYNTHETIC);
    }

    @ParameterizedTest
    @MethodSource("frames")
    void theEllipseHoldsEyesNoseAndMouth(FivePoints frame) {
        var mask = FaceMask.ellipse(frame);
        for (var point : frame.all()) {
            assertEquals(1, mask.at(point.x(), point.y()), 1e-6f, point.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("frames")
    void theEllipseFadesBeforeTheCornersOfTheCrop(FivePoints frame) {
        var mask = FaceMask.ellipse(frame);
        assertEquals(0, mask.at(0, 0), 1e-6f);
        assertEquals(0, mask.at(1, 1), 1e-6f);
        assertEquals(0, mask.hard(64)[0]);
    }

    @Test
    void aModelGetsAllOrNothing() {
        var mask = new FaceMask(new Grid(new float[] {.4f, .6f, .9f, .1f}, 2, 1));
        assertArrayEquals(new float[] {0, 1, 1, 0}, mask.hard(2));
        assertEquals(0, mask.hard(1)[0]);
    }

    @Test
    void aMaskOfTheBackgroundDoesNotCoverTheMiddle() {
        assertFalse(new FaceMask(new Grid(new float[100], 10, 1)).coversTheMiddle());
        var all = new float[100];
        Arrays.fill(all, 1);
        assertTrue(new FaceMask(new Grid(all, 10, 1)).coversTheMiddle());
    }
}
