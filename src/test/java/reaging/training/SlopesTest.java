package reaging.training;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.types.TFloat32;
import reaging.FiniteDifferences;
import reaging.nn.Weights;
import reaging.runtime.Variable;

/**
 * The slopes that the two steps follow, against finite differences of the two losses. A missing term or a wrong factor of 2
 * is off by 50 % and more.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class SlopesTest {
    private final TinyTraining tiny = new TinyTraining();
    private final TrainingGraph training = tiny.training();
    private final TrainingGraph.Networks networks = training.networks();

    @AfterAll
    void close() {
        tiny.close();
    }

    // The modulator's last norms see four pixels of four channels, and turn fast: their slopes change by up to 30 %
    // within
    // the step, which float32 lets be no shorter. All others agree within 5 %.
    @Test
    void theGeneratorFollowsTheSlopeOfItsLoss() {
        var judge = new FiniteDifferences(0.0002, 0.35, 0.01);
        var loss = training.generatorLoss().total();
        assertSlopes(
                judge,
                networks.generator().trained(),
                networks.generator(),
                loss,
                training.steps().generator());
    }

    // Kernels only: R1 jumps where a pixel crosses LeakyReLU's kink, and a bias moves all pixels of a channel across at
    // once.
    @Test
    void theDiscriminatorFollowsTheSlopeOfItsLossWithR1() {
        var judge = new FiniteDifferences(0.0001, 0.03, 0.003);
        var loss = training.discriminatorLoss().total();
        var kernels = networks.discriminator().trained().stream()
                .filter(variable -> variable.name().endsWith("/kernel"))
                .toList();
        assertSlopes(
                judge, kernels, networks.discriminator(), loss, training.steps().discriminator());
    }

    // With beta1 = 0 Adam's first moment is the slope itself: what is judged is what the step really used. Without a
    // learning
    // rate no variable moves meanwhile, and fetching the generator's loss may run the discriminator's step.
    private void assertSlopes(
            FiniteDifferences judge, List<Variable> variables, Weights network, Operand<TFloat32> loss, Op step) {
        var test = tiny.test();
        tiny.restart();
        test.randomize(2, networks.generator());
        test.randomize(3, networks.discriminator());
        tiny.run(tiny.runner(0), step);
        var moments = test.values(networks.moments());
        var points = variables.stream().map(network::value).toList();
        var slopes = variables.stream()
                .map(variable -> moments.get("adam/" + variable.name() + "/m"))
                .toList();
        judge.assertSlopes(() -> tiny.runner(0), loss, points, slopes);
    }
}
