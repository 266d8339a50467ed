package reaging.model;

import static reaging.Tensors.assertClose;
import static reaging.Tensors.assertShape;
import static reaging.Tensors.each;
import static reaging.Tensors.vector;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import reaging.TestGraph;
import reaging.nn.Weights;

class DiscriminatorTest {
    private final TestGraph test = new TestGraph();
    private final Ops tf = test.tf();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void aBranchIsTheLogitOfTheImagesOwnGroup() {
        var logits = test.constant(each(Shape.of(2, 10), at -> 10 * at[0] + at[1]));
        var groups = each(Shape.of(2, 10), at -> at[1] == (at[0] == 0 ? 4 : 9) ? 1 : 0);
        assertClose(vector(4, 19), test.fetch(Discriminator.branch(tf, logits, test.constant(groups))), 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 64, 128})
    void thereAreTenLogitsAtEverySizeForAnyBatch(int size) {
        var config = new ModelConfig("small", size, 2, 4, 4);
        var discriminator = new Discriminator(Weights.unfilled(test.graph(), "discriminator"), config);
        var images = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, size, size, 3)));
        assertShape(discriminator.apply(tf, images), -1, 10);
    }
}
