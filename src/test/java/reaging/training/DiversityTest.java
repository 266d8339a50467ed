package reaging.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static reaging.Tensors.each;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;
import reaging.TestGraph;

class DiversityTest {
    private static final Shape IMAGES = Shape.of(2, 4, 4, 3);

    /** The left half is face. */
    private static final FloatNdArray MASKS = each(Shape.of(2, 4, 4, 1), at -> at[2] < 2 ? 1 : 0);

    private static final FloatNdArray REAL = each(IMAGES, at -> at[0] == 0 ? -0.5 : 0.5);

    private final TestGraph test = new TestGraph();

    @AfterEach
    void close() {
        test.close();
    }

    private double diversity(FloatNdArray reAged) {
        return test.fetch(Diversity.of(test.tf(), test.constant(reAged), test.constant(REAL), test.constant(MASKS)))
                .getFloat();
    }

    @Test
    void facesAsUnlikeAsTheRealOnesHaveOne() {
        assertEquals(1, diversity(each(IMAGES, at -> at[0] == 0 ? 0.9 : -0.1)), 1e-5);
    }

    @Test
    void halfTheDifferenceHasAQuarterOfTheVariance() {
        assertEquals(0.25, diversity(each(IMAGES, at -> at[0] == 0 ? 0.2 : 0.7)), 1e-5);
    }

    @Test
    void oneFaceForEverybodyHasNoneWhateverItsBackground() {
        assertEquals(0, diversity(each(IMAGES, at -> at[2] < 2 ? 0.1 * at[1] : at[0])), 1e-5);
    }

    @Test
    void batchOfOneCountsAsDiverse() {
        var one = test.constant(each(Shape.of(1, 4, 4, 3), at -> 0.3));
        var mask = test.constant(each(Shape.of(1, 4, 4, 1), at -> 1));
        assertEquals(1, test.fetch(Diversity.of(test.tf(), one, one, mask)).getFloat(), 1e-5);
    }
}
