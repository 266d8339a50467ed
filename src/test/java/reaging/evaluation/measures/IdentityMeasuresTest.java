package reaging.evaluation.measures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdentityMeasuresTest {
    @Test
    void cosineAndItsScale() {
        assertEquals(.6, Similarity.cosine(new float[] {1, 0}, new float[] {3, 4}), 1e-12);
        assertEquals(0, Similarity.rescaled(.84, .84), 1e-12);
        assertEquals(1, Similarity.rescaled(1, .84), 1e-12);
        assertEquals(.5, Similarity.rescaled(.92, .84), 1e-12);
    }

    @Test
    void oneImpostorInAHundredPassesTheThreshold() {
        double[] impostors = IntStream.range(0, 200).mapToDouble(i -> i / 200.).toArray();
        double threshold = Verification.threshold(impostors, .01);
        assertEquals(197 / 200., threshold, 1e-12);
        assertEquals(.01, Verification.accepted(impostors, threshold), 1e-12);
        assertEquals(.5, Verification.accepted(new double[] {.99, .2}, threshold), 1e-12);
    }

    @Test
    void aucIsTheShareOfWonComparisons() {
        assertEquals(1, Verification.auc(new double[] {.8, .9}, new double[] {.1, .2}), 1e-12);
        assertEquals(.5, Verification.auc(new double[] {.5, .5}, new double[] {.5, .5, .5}), 1e-12);
        // Won, won, tied, lost of four.
        assertEquals(.625, Verification.auc(new double[] {.3, .2}, new double[] {.1, .3}), 1e-12);
    }

    @Test
    void hcsIsTheHarmonicMeanOfAgeAndIdentity() {
        assertEquals(2 * .455 / 1.455, Hcs.of(21.8, 1), 1e-12); // the copy of 1,000 real faces: .626
        assertEquals(0, Hcs.of(3.9, 0), 1e-12);
        assertEquals(0, Hcs.of(41, 1), 1e-12);
        assertEquals(.75, Hcs.of(10, .75), 1e-12);
        assertEquals(0, Hcs.of(50, -.1), 1e-12);
    }
}
