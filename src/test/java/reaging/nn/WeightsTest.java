package reaging.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static reaging.Tensors.assertClose;
import static reaging.Tensors.differ;
import static reaging.Tensors.vector;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.FloatNdArray;
import reaging.TestGraph;
import reaging.runtime.Variable;

class WeightsTest {
    private static final Initializer NORMAL = Initializer.heNormal(2);

    private final TestGraph test = new TestGraph();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void theNameIsThePath() {
        var weights = test.weights("network", 0);
        weights.at("block_0").at("conv_1").create("kernel", NORMAL, 1, 2);
        weights.at("block_0").statistic("moving_mean", Initializer.ZEROS, 3);
        var names = weights.all().stream().map(Variable::name).toList();
        assertEquals(List.of("network/block_0/conv_1/kernel", "network/block_0/moving_mean"), names);
        for (String name : names) {
            assertEquals(name, test.graph().operation(name).name(), "the op's name, which checkpoints show");
        }
    }

    @Test
    void aDuplicateFails() {
        var weights = test.weights("network", 0);
        weights.at("layer").create("kernel", NORMAL, 2);
        var failure = assertThrows(
                IllegalArgumentException.class, () -> weights.at("layer").create("kernel", NORMAL, 2));
        assertEquals(
                "a variable's name must be new but network/layer/kernel exists; give the layer its own path with at()",
                failure.getMessage());
    }

    @Test
    void aDuplicateStatisticFails() {
        var weights = test.weights("network", 0);
        weights.statistic("moving_mean", Initializer.ZEROS, 2);
        assertThrows(IllegalArgumentException.class, () -> weights.statistic("moving_mean", Initializer.ZEROS, 2));
        assertThrows(IllegalArgumentException.class, () -> weights.create("moving_mean", Initializer.ZEROS, 2));
    }

    @Test
    void aDuplicateAtALaterMomentFailsToo() {
        var weights = test.weights("network", 0);
        weights.create("kernel", NORMAL, 2);
        var later = weights.rereadAfter(test.tf().noOp());
        later.create("kernel", NORMAL, 2);
        assertThrows(IllegalArgumentException.class, () -> later.create("kernel", NORMAL, 2));
    }

    @Test
    void alikeSeedsGiveAlikeValuesAndOthersOthers() {
        var kernel = firstKernel(7);
        assertClose(kernel, firstKernel(7), 0);
        assertTrue(differ(kernel, firstKernel(8)), "another seed");
    }

    @Test
    void aFirstValueDoesNotDependOnWhatWasCreatedBefore() {
        var alone = firstKernel(7);
        try (var other = new TestGraph()) {
            var weights = other.weights("network", 7);
            weights.create("earlier", NORMAL, 5);
            var kernel = weights.create("kernel", NORMAL, 3, 4);
            weights.create("later", NORMAL, 3, 4);
            other.initialize(weights);
            assertClose(alone, other.fetch(kernel), 0);
        }
    }

    @Test
    void variablesOfOneShapeHaveValuesOfTheirOwn() {
        var weights = test.weights("network", 7);
        var one = weights.create("one", NORMAL, 3, 4);
        var other = weights.create("other", NORMAL, 3, 4);
        test.initialize(weights);
        assertTrue(differ(test.fetch(one), test.fetch(other)));
    }

    @Test
    void rereadingGivesTheSameVariablesAfterTheOp() {
        var weights = test.weights("network", 0);
        var before = weights.at("layer").create("bias", Initializer.ZEROS, 2);
        var variable = TestGraph.variable(weights, "network/layer/bias");
        // The new value follows from the old one: the first read must come first.
        var assign = variable.assign(test.tf(), test.tf().math.add(before, test.constant(vector(1, 2))));
        var later = weights.rereadAfter(assign);
        var after = later.at("layer").create("bias", Initializer.ZEROS, 2);
        assertEquals(List.of(variable), List.copyOf(later.all()));
        test.initialize(weights);
        var values = TestGraph.fetchAll(test.runner(), List.of(before, after));
        assertClose(vector(0, 0), values.get(0), 0);
        assertClose(vector(1, 2), values.get(1), 0);
    }

    @Test
    void everyVariableIsReadOncePerMoment() {
        var weights = test.weights("network", 0);
        var value = weights.create("kernel", NORMAL, 2);
        var variable = TestGraph.variable(weights, "network/kernel");
        assertEquals(value.asOutput(), weights.value(variable).asOutput());
    }

    @Test
    void onlyTrainedVariablesAreTrainedAndCounted() {
        var weights = test.weights("network", 0);
        weights.create("kernel", NORMAL, 3, 4);
        weights.statistic("moving_mean", Initializer.ZEROS, 5);
        assertEquals(2, weights.all().size());
        assertEquals(
                List.of("network/kernel"),
                weights.trained().stream().map(Variable::name).toList());
        assertEquals(12, weights.parameters());
    }

    @Test
    void unfilledWeightsHaveNoInitializers() {
        var weights = Weights.unfilled(test.graph(), "network");
        weights.create("kernel", NORMAL, 3, 4);
        assertEquals(List.of(), weights.initializers());
    }

    private static FloatNdArray firstKernel(long seed) {
        try (var test = new TestGraph()) {
            var weights = test.weights("network", seed);
            var kernel = weights.create("kernel", NORMAL, 3, 4);
            test.initialize(weights);
            return test.fetch(kernel);
        }
    }
}
