package reaging.training;

import static reaging.Tensors.assertClose;
import static reaging.Tensors.vector;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reaging.TestGraph;
import reaging.nn.Initializer;
import reaging.nn.Weights;

class MovingAverageTest {
    private final TestGraph test = new TestGraph();
    private final Weights from = weights("from");
    private final Weights to = weights("to");

    @AfterEach
    void close() {
        test.close();
    }

    @ParameterizedTest
    @CsvSource({"0.75, 1, -0.5", "0, 4, -8", "1, 0, 2"})
    void trainedVariablesApproachAndStatisticsAreCopied(float decay, float first, float second) {
        setApart();
        var step = MovingAverage.step(test.tf(), from, to, test.tf().constant(decay), false);
        test.run(List.of(step));
        var values = test.values(from, to);
        assertClose(vector(first, second), values.get("to/kernel"), 1e-6);
        assertClose(vector(5, 6), values.get("to/moving_mean"), 0);
        assertClose(vector(4, -8), values.get("from/kernel"), 0);
        assertClose(vector(5, 6), values.get("from/moving_mean"), 0);
    }

    @Test
    void everyStepGoesTheSameShareOfTheWayThatIsLeft() {
        setApart();
        var step = MovingAverage.step(test.tf(), from, to, test.tf().constant(0.5f), false);
        for (int i = 0; i < 3; i++) {
            test.run(List.of(step));
        }
        // An eighth of the way is left: 4 and 10 away at first.
        assertClose(vector(3.5f, -6.75f), test.values(to).get("to/kernel"), 1e-6);
    }

    @Test
    void aLongAverageTakesTheStatisticsAlong() {
        setApart();
        test.run(List.of(MovingAverage.step(test.tf(), from, to, test.tf().constant(0.75f), true)));
        var values = test.values(to);
        assertClose(vector(1, -0.5f), values.get("to/kernel"), 1e-6);
        assertClose(vector(2, 2.25f), values.get("to/moving_mean"), 1e-6);
    }

    /** Gives the network and its average different values. */
    private void setApart() {
        set(from, "kernel", 4, -8);
        set(from, "moving_mean", 5, 6);
        set(to, "kernel", 0, 2);
        set(to, "moving_mean", 1, 1);
    }

    private Weights weights(String name) {
        var weights = test.weights(name, 0);
        weights.create("kernel", Initializer.ZEROS, 2);
        weights.statistic("moving_mean", Initializer.ZEROS, 2);
        return weights;
    }

    private void set(Weights weights, String name, float... values) {
        var path = weights == from ? "from/" : "to/";
        test.assign(TestGraph.variable(weights, path + name), vector(values));
    }
}
