package reaging.training;

import static reaging.nn.TensorMath.scale;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import reaging.data.AgeGroup;
import reaging.model.AgeCode;
import reaging.model.Discriminator;
import reaging.model.Generator;
import reaging.model.ModelConfig;
import reaging.nn.Phase;
import reaging.nn.Weights;
import reaging.run.Extensions;
import reaging.run.TrainingConfig;

/**
 * The tensors that {@code parity.py} computes with Keras, computed with the networks of this project.
 *
 * @param model sizes of the networks
 * @param extensions extensions of training
 * @param batch images in a step, N
 * @param values by name; filled as they are computed
 */
record JavaTensors(ModelConfig model, Extensions extensions, int batch, Map<String, float[]> values) {
    private static final float[] YEARS = {0, 1, 2.5f, 8, 20, 24.5f, 33, 59.5f, 60, 100};

    /** All tensors: single passes, then the first step, then the last of so many steps. */
    static Map<String, float[]> compute(ModelConfig model, Extensions extensions, int batch, int steps) {
        var computed = new JavaTensors(model, extensions, batch, new LinkedHashMap<>());
        computed.passes();
        computed.steps(steps);
        return computed.values;
    }

    private void putAll(String group, Map<String, float[]> tensors) {
        tensors.forEach((name, value) -> values.put(group + "/" + name, value));
    }

    private void passes() {
        try (var run = new FormulaGraph()) {
            Ops tf = run.tf();
            var generatorWeights = Weights.unfilled(run.graph(), "generator");
            var discriminatorWeights = Weights.unfilled(run.graph(), "discriminator");
            var generator = new Generator(generatorWeights, model);
            var discriminator = new Discriminator(discriminatorWeights, model);
            run.fill(generatorWeights, discriminatorWeights);

            int size = model.imageSize();
            var images = run.placeholder(batch, size, size, 3);
            var masks = run.placeholder(batch, size, size, 1);
            var groups = run.placeholder(batch, ModelConfig.AGES);
            var noise = run.placeholder(batch, AgeCode.SIZE);
            var code = tf.math.add(AgeCode.of(tf, groups), scale(tf, noise, AgeCode.NOISE)); // [N, 500]
            Map<String, Operand<TFloat32>> passes = new LinkedHashMap<>();
            passes.put("age_groups", AgeCode.groups(tf, tf.constant(YEARS), AgeGroup.centres()));
            passes.put("logits", discriminator.apply(tf, images));
            Map.of("masked", masks, "whole", Generator.wholeImage(tf)).forEach((name, mask) -> {
                var encoding = generator.encode(tf, images, mask);
                passes.put("inference/" + name, generator.reAge(tf, encoding, code, mask, Phase.INFERENCE));
                passes.put("training/" + name, generator.reAge(tf, encoding, code, mask, Phase.TRAINING));
            });

            var inputs = new StepInputs(0, batch, size);
            var runner = run.runner();
            run.feed(runner, images, inputs.images());
            run.feed(runner, masks, inputs.masks());
            run.feed(runner, groups, inputs.groups());
            run.feed(runner, noise, inputs.noise(0));
            putAll("forward", FormulaGraph.fetch(runner, passes));
        }
    }

    private void steps(int steps) {
        // As in parity.py: R1's slope is small at these weights and has to count.
        var paper = TrainingConfig.PAPER;
        var config = paper.withBatch(batch)
                .withR1Weight(3e4f)
                .withCycleWeight(3)
                .withSnapshotImages(1)
                .withExtensions(extensions);
        try (var run = new FormulaGraph()) {
            var training = TrainingGraph.build(run.graph(), model, config);
            var networks = training.networks();
            run.fill(networks.generator(), networks.discriminator(), networks.averaged(), networks.moments());
            Map<String, Operand<TFloat32>> variables = new LinkedHashMap<>();
            for (var network : List.of(networks.generator(), networks.discriminator(), networks.averaged())) {
                network.all().forEach(variable -> variables.put(variable.name(), variable.read(run.tf())));
            }
            var gradients = gradients(run.tf(), networks.moments());

            putAll("start", FormulaGraph.fetch(run.runner(), variables));
            for (int step = 1; step <= steps; step++) {
                putAll(
                        "losses/step_" + step,
                        run.step(training, new StepInputs(step, batch, model.imageSize()), extensions));
                if (step == 1) {
                    putAll("gradients", FormulaGraph.fetch(run.runner(), gradients));
                    putAll("first_step", FormulaGraph.fetch(run.runner(), variables));
                }
            }
            if (steps > 1) {
                putAll("last_step", FormulaGraph.fetch(run.runner(), variables));
            }
        }
    }

    /** Without a first moment's decay, Adam's first moment is the gradient of the last step. */
    private static Map<String, Operand<TFloat32>> gradients(Ops tf, Weights moments) {
        Map<String, Operand<TFloat32>> gradients = new LinkedHashMap<>();
        for (var moment : moments.all()) {
            var name = moment.name();
            if (name.endsWith("/m")) {
                gradients.put(name.substring("adam/".length(), name.length() - "/m".length()), moment.read(tf));
            }
        }
        return gradients;
    }
}
