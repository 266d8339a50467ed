package reaging.data;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import reaging.data.synthetic.SyntheticFaceSet;
import reaging.data.synthetic.SyntheticFaces;

class FeedRateTest {
    private final FaceSet faces = new SyntheticFaceSet(new SyntheticFaces(10, 0, 16));

    @Test
    void medianLiesInTheRange() {
        var rate = FeedRate.measure(faces, 16, 2, 20, notice -> {});
        assertTrue(rate.range()[0] > 0 && rate.range()[0] <= rate.imagesPerSecond(), "slowest");
        assertTrue(rate.range()[1] >= rate.imagesPerSecond(), "fastest");
    }

    @Test
    void tooFewBatchesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> FeedRate.measure(faces, 16, 2, 9, notice -> {}));
    }
}
