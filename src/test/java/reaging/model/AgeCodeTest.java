package reaging.model;

import static reaging.Tensors.array;
import static reaging.Tensors.assertClose;
import static reaging.Tensors.assertShape;
import static reaging.Tensors.each;
import static reaging.Tensors.vector;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import reaging.TestGraph;

class AgeCodeTest {
    // The specification's, and not AgeGroup's: the model must not depend on the data.
    private static final double[] CENTRES = {1, 4.5, 8, 12, 17, 24.5, 34.5, 44.5, 59.5, 80};

    private final TestGraph test = new TestGraph();
    private final Ops tf = test.tf();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void aGroupsCodeIsOnesAtItsBlockOfFifty() {
        var groups = each(Shape.of(2, 10), at -> at[1] == (at[0] == 0 ? 0 : 7) ? 1 : 0);
        var expected = each(Shape.of(2, 500), at -> at[1] / 50 == (at[0] == 0 ? 0 : 7) ? 1 : 0);
        assertClose(expected, test.fetch(AgeCode.of(tf, test.constant(groups))), 0);
    }

    @Test
    void aMixturesCodeIsTheMixOfTheCodes() {
        var groups = array(Shape.of(1, 10), 0, 0, 0, 0, 0, 0.25f, 0.75f, 0, 0, 0);
        double[] blocks = {0, 0, 0, 0, 0, 0.25, 0.75, 0, 0, 0};
        var expected = each(Shape.of(1, 500), at -> blocks[(int) at[1] / 50]);
        assertClose(expected, test.fetch(AgeCode.of(tf, test.constant(groups))), 0);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 1, 1, 0", // a group's centre is that group
        "80, 9, 1, 8, 0",
        "44.5, 7, 1, 8, 0",
        "29.5, 5, 0.5, 6, 0.5", // half way between 24.5 and 34.5
        "2, 0, 0.7142857, 1, 0.2857143", // one of the 3.5 years between 1 and 4.5
        "70, 8, 0.4878049, 9, 0.5121951", // 10.5 of the 20.5 years between 59.5 and 80
        "0, 0, 1, 1, 0", // beyond the ends
        "-5, 0, 1, 1, 0",
        "81, 9, 1, 8, 0",
        "120, 9, 1, 8, 0"
    })
    void anAgeIsTheMixOfItsTwoNeighbours(float years, int first, float share, int second, float rest) {
        var expected = each(Shape.of(1, 10), at -> at[1] == first ? share : at[1] == second ? rest : 0);
        assertClose(expected, test.fetch(AgeCode.groups(tf, test.constant(vector(years)), CENTRES)), 1e-5);
    }

    @Test
    void theSharesOfAnyAgeSumToOne() {
        var years = each(Shape.of(131), at -> at[0] - 5);
        var groups = test.fetch(AgeCode.groups(tf, test.constant(years), CENTRES));
        var sums = each(Shape.of(131), at -> {
            double sum = 0;
            for (int group = 0; group < 10; group++) {
                sum += groups.getFloat(at[0], group);
            }
            return sum;
        });
        assertClose(each(Shape.of(131), at -> 1), sums, 1e-5);
    }

    @Test
    void theBatchMayBeUnknown() {
        var years = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1)));
        var groups = AgeCode.groups(tf, years, CENTRES);
        assertShape(groups, -1, 10);
        assertShape(AgeCode.of(tf, groups), -1, 500);
    }
}
