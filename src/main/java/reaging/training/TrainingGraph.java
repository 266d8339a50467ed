package reaging.training;

import static reaging.nn.TensorMath.scale;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import reaging.losses.DiscriminatorLoss;
import reaging.losses.FaceDescriptor;
import reaging.losses.GeneratorLoss;
import reaging.losses.IdentityLoss;
import reaging.model.AgeCode;
import reaging.model.Discriminator;
import reaging.model.Generator;
import reaging.model.ModelConfig;
import reaging.nn.Phase;
import reaging.nn.Weights;
import reaging.run.Metrics.Term;
import reaging.run.TrainingConfig;
import reaging.runtime.Variable;
import reaging.training.augmentation.DiffAugment;
import reaging.training.augmentation.Presentation;

/**
 * The graph of a training step, built once: what to feed, what to run and what to read.
 *
 * @param inputs placeholders that a step feeds
 * @param noise noise that a step draws
 * @param passes images that a step generates
 * @param diversity how much the generated faces differ from each other, a scalar, see {@link Diversity}
 * @param generatorLoss the generator's loss after the discriminator's step
 * @param discriminatorLoss the discriminator's loss before its step
 * @param steps ops that a step runs
 * @param networks variables
 * @param sampling the averaged generator
 */
record TrainingGraph(
        Inputs inputs,
        Noise noise,
        Passes passes,
        Operand<TFloat32> diversity,
        GeneratorLoss generatorLoss,
        DiscriminatorLoss discriminatorLoss,
        Steps steps,
        Networks networks,
        Sampling sampling) {

    /**
     * The placeholders that a step feeds, where N is the micro-batch.
     *
     * @param images x, [N, S, S, 3] in [-1, 1]
     * @param masks masks of the faces [N, S, S, 1], 1 = face
     * @param groups age groups y, one-hot [N, 10]
     * @param targets target groups y', one-hot [N, 10]
     * @param step number of the step, from 1, which determines the noise of the age codes
     * @param learningRate learning rate of both networks
     * @param reconstructionWeight weight of the reconstruction loss
     * @param averageDecay decay of the averaged generator
     * @param lossScale factor of both losses if losses are scaled
     */
    record Inputs(
            Placeholder<TFloat32> images,
            Placeholder<TFloat32> masks,
            Placeholder<TFloat32> groups,
            Placeholder<TFloat32> targets,
            Placeholder<TInt64> step,
            Placeholder<TFloat32> learningRate,
            Placeholder<TFloat32> reconstructionWeight,
            Placeholder<TFloat32> averageDecay,
            Placeholder<TFloat32> lossScale) {

        static Inputs of(Ops tf, int size, int batch) {
            return new Inputs(
                    placeholder(tf, "images", batch, size, size, 3),
                    placeholder(tf, "masks", batch, size, size, 1),
                    placeholder(tf, "groups", batch, ModelConfig.AGES),
                    placeholder(tf, "targets", batch, ModelConfig.AGES),
                    tf.withName("step").placeholder(TInt64.class, Placeholder.shape(Shape.scalar())),
                    placeholder(tf, "learning_rate"),
                    placeholder(tf, "reconstruction_weight"),
                    placeholder(tf, "average_decay"),
                    placeholder(tf, "loss_scale"));
        }
    }

    /**
     * The noise of the age codes, standard normal numbers. Feeding these tensors replaces the random numbers.
     *
     * @param groups noise for the code of y, [N, 500]
     * @param targets noise for the code of y', [N, 500]
     */
    record Noise(Operand<TFloat32> groups, Operand<TFloat32> targets) {
        static Noise of(Ops tf, Operand<TInt64> step, TrainingConfig config) {
            return new Noise(draw(tf, step, config, 0), draw(tf, step, config, 1));
        }

        /** Draws numbers that depend only on the run's seed, the step and {@code draw}. */
        private static Operand<TFloat32> draw(Ops tf, Operand<TInt64> step, TrainingConfig config, long draw) {
            var seed = tf.stack(List.of(tf.constant(config.seed() * 2 + draw), step)); // [2]
            return tf.random.statelessRandomNormal(
                    tf.array((long) config.microBatch(), AgeCode.SIZE), seed); // [N, 500]
        }
    }

    /**
     * The images that a step generates, each [N, S, S, 3].
     *
     * @param reAged x' = G(x, y')
     * @param reconstructed G(x, y)
     * @param cycled G(x', y)
     */
    record Passes(Operand<TFloat32> reAged, Operand<TFloat32> reconstructed, Operand<TFloat32> cycled) {}

    /**
     * The ops that a step runs.
     *
     * @param discriminator updates only the discriminator or, with several micro-batches, adds to its gradients
     * @param generator updates the generator after the discriminator or, with several micro-batches, adds to its gradients
     * @param all the last op of a step; with one micro-batch it runs both updates, then that of the averaged generator
     * @param runs runs of the graph in their order
     * @param preparations ops to run before the first step
     */
    record Steps(Op discriminator, Op generator, Op all, List<Run> runs, List<Op> preparations) {}

    /** How often a step repeats a run of the graph. */
    enum Times {
        ONCE,
        PER_MICRO_BATCH
    }

    /**
     * One run of the graph.
     *
     * @param op op to run
     * @param measured scalars to fetch
     * @param times how often a step repeats it
     * @param interval number of steps from one to the next; 1: it is part of every step
     */
    record Run(Op op, Map<Term, Operand<TFloat32>> measured, Times times, int interval) {
        /** Whether it is part of the step that follows {@code stepsBefore} others. */
        boolean due(long stepsBefore) {
            return stepsBefore % interval == 0;
        }
    }

    /**
     * The variables of the graph.
     *
     * @param generator weights of the generator
     * @param discriminator weights of the discriminator
     * @param averaged weights of the averaged generator
     * @param moments Adam's moments for both networks
     */
    record Networks(Weights generator, Weights discriminator, Weights averaged, Weights moments) {
        /** Returns all variables. */
        List<Variable> all() {
            return weights().flatMap(weights -> weights.all().stream()).toList();
        }

        /** Returns the ops that initialize all variables. */
        List<Op> initializers() {
            return weights().flatMap(weights -> weights.initializers().stream()).toList();
        }

        private Stream<Weights> weights() {
            return Stream.of(generator, discriminator, averaged, moments);
        }
    }

    /**
     * A pass of the averaged generator over any number M of faces.
     *
     * @param images [M, S, S, 3] in [-1, 1]
     * @param masks [M, S, S, 1], 1 = face
     * @param groups shares of the age groups [M, 10]
     * @param reAged [M, S, S, 3], clipped to [-1, 1]
     */
    record Sampling(
            Placeholder<TFloat32> images,
            Placeholder<TFloat32> masks,
            Placeholder<TFloat32> groups,
            Operand<TFloat32> reAged) {

        static Sampling of(Ops tf, Generator averaged, int size) {
            var images = placeholder(tf, "sample_images", -1, size, size, 3);
            var masks = placeholder(tf, "sample_masks", -1, size, size, 1);
            var groups = placeholder(tf, "sample_groups", -1, ModelConfig.AGES);
            var encoding = averaged.encode(tf, images, masks);
            var reAged = averaged.reAge(tf, encoding, AgeCode.of(tf, groups), masks, Phase.INFERENCE);
            return new Sampling(images, masks, groups, tf.clipByValue(reAged, tf.constant(-1f), tf.constant(1f)));
        }
    }

    /** Builds the graph without an identity loss. */
    static TrainingGraph build(Graph graph, ModelConfig model, TrainingConfig config) {
        return build(graph, model, config, FaceDescriptor.NONE);
    }

    /**
     * Builds the graph.
     *
     * @param graph an empty graph, to which the ops are added
     * @param descriptor face network of the identity loss; used only if the run has that loss
     */
    static TrainingGraph build(Graph graph, ModelConfig model, TrainingConfig config, FaceDescriptor descriptor) {
        Ops tf = Ops.create(graph);
        var inputs = Inputs.of(tf, model.imageSize(), config.microBatch());
        var shown = Presentation.of(tf, inputs.images(), inputs.masks(), inputs.step(), config);
        var images = shown.images();
        var masks = shown.masks();

        // Networks: this creates the variables, each once.
        var generatorWeights = Weights.of(graph, "generator", config.seed());
        var discriminatorWeights = Weights.of(graph, "discriminator", config.seed());
        var averagedWeights = Weights.of(graph, "generator_ema", config.seed());
        var moments = Weights.of(graph, "adam", config.seed());
        var generator = new Generator(generatorWeights, model);
        var discriminator = new Discriminator(discriminatorWeights, model);
        var averaged = new Generator(averagedWeights, model);

        // Passes: enc(x) serves x' and the reconstruction, which one pass of the decoder's blocks draws; x' serves both
        // steps.
        var noise = Noise.of(tf, inputs.step(), config);
        var ageCode = noisy(tf, inputs.groups(), noise.groups()); // [N, 500]
        var targetCode = noisy(tf, inputs.targets(), noise.targets()); // [N, 500]
        var phase = Phase.updating();
        var encoding = generator.encode(tf, images, masks);
        var styles = List.of(
                generator.modulate(tf, encoding.identity(), targetCode, phase),
                generator.modulate(tf, encoding.identity(), ageCode, Phase.TRAINING));
        var faces = generator.drawTogether(tf, encoding, styles);
        var reAged = generator.show(tf, encoding, faces.get(0), masks);
        var reconstructed = config.extensions().wholeReconstruction()
                ? generator.showWhole(tf, encoding, faces.get(1), masks)
                : generator.show(tf, encoding, faces.get(1), masks);
        var cycled = generator.reAge(tf, generator.encode(tf, reAged, masks), ageCode, masks, Phase.TRAINING);

        // The discriminator's step. Only its own variables move, so x' needs no stopGradient.
        var augment = new DiffAugment(config, model.imageSize(), inputs.step());
        var allRealLogits = discriminator.apply(tf, augment.apply(tf, images, 0)); // [N, 10]
        var realLogits = Discriminator.branch(tf, allRealLogits, inputs.groups());
        var fakeLogits =
                Discriminator.branch(tf, discriminator.apply(tf, augment.apply(tf, reAged, 1)), inputs.targets());
        int penaltyInterval = config.extensions().r1Interval();
        var plainLoss = penaltyInterval == 1
                ? DiscriminatorLoss.of(tf, realLogits, fakeLogits, images, config.r1Weight())
                : DiscriminatorLoss.withoutPenalty(tf, realLogits, fakeLogits, images);
        var discriminatorLoss = withMismatch(tf, plainLoss, config, allRealLogits, inputs);
        var discriminatorSide = new Optimization(graph, model, config, inputs, discriminatorWeights, moments);
        var discriminatorMoves = discriminatorSide.moves(tf, discriminatorLoss.total());

        // The generator's step, judged by the discriminator as it is after its own step.
        boolean atOnce = config.microBatches() == 1;
        var judge = atOnce
                ? new Discriminator(discriminatorWeights.rereadAfter(discriminatorMoves.perMicroBatch()), model)
                : discriminator;
        var judgedLogits = Discriminator.branch(tf, judge.apply(tf, augment.apply(tf, reAged, 2)), inputs.targets());
        var paperLoss = GeneratorLoss.of(
                tf,
                judgedLogits,
                images,
                reconstructed,
                cycled,
                inputs.reconstructionWeight(),
                tf.constant(config.cycleWeight()));
        var personLoss = withIdentity(tf, paperLoss, config, descriptor, images, reAged);
        var generatorLoss = withBackground(tf, personLoss, config, images, reAged, inputs.masks());
        var generatorSide = new Optimization(graph, model, config, inputs, generatorWeights, moments);
        var generatorMoves = generatorSide.moves(tf, generatorLoss.total());

        // The average follows once the generator and its running statistics have moved.
        var statistics = new StatisticSums(graph, atOnce ? List.of() : phase.statistics());
        List<Op> perMicroBatch =
                new ArrayList<>(atOnce ? phase.updates(tf) : statistics.additions(tf, config.microBatches()));
        perMicroBatch.add(generatorMoves.perMicroBatch());
        List<Op> perStep = new ArrayList<>(statistics.moves(tf));
        perStep.add(generatorMoves.perStep());
        var all = MovingAverage.step(
                tf.withControlDependencies(atOnce ? perMicroBatch : perStep),
                generatorWeights,
                averagedWeights,
                inputs.averageDecay(),
                config.extensions().averaging() > 0);

        // Runs: a lazy penalty, then all in one, or each network's micro-batches and its one move after them.
        // One run for both networks draws x' once, which saves a tenth of the work.
        var diversity = Diversity.of(tf, reAged, images, masks);
        var seenByDiscriminator = measured(discriminatorLoss);
        var seenByGenerator = measured(generatorLoss, diversity);
        List<Run> runs = new ArrayList<>();
        if (penaltyInterval > 1) {
            var penalty = scale(tf, discriminatorLoss.r1(), penaltyInterval * config.r1Weight());
            var moves = discriminatorSide.moves(tf, penalty);
            Map<Term, Operand<TFloat32>> seen = new EnumMap<>(Map.of(Term.R1, seenByDiscriminator.remove(Term.R1)));
            if (atOnce) {
                seen.putAll(moves.finite());
            }
            runs.add(new Run(moves.perMicroBatch(), seen, Times.PER_MICRO_BATCH, penaltyInterval));
            if (!atOnce) {
                runs.add(new Run(moves.perStep(), moves.finite(), Times.ONCE, penaltyInterval));
            }
        }
        if (atOnce) {
            var seen = seenByGenerator;
            seen.putAll(seenByDiscriminator);
            seen.putAll(bothFinite(tf, discriminatorMoves.finite(), generatorMoves.finite()));
            runs.add(new Run(all, seen, Times.PER_MICRO_BATCH, 1));
        } else {
            var generatorSums = tf.withControlDependencies(perMicroBatch).noOp();
            runs.add(new Run(discriminatorMoves.perMicroBatch(), seenByDiscriminator, Times.PER_MICRO_BATCH, 1));
            runs.add(new Run(discriminatorMoves.perStep(), discriminatorMoves.finite(), Times.ONCE, 1));
            runs.add(new Run(generatorSums, seenByGenerator, Times.PER_MICRO_BATCH, 1));
            runs.add(new Run(all, generatorMoves.finite(), Times.ONCE, 1));
        }
        List<Op> preparations = new ArrayList<>(discriminatorSide.preparations());
        preparations.addAll(generatorSide.preparations());
        preparations.addAll(statistics.preparations());
        return new TrainingGraph(
                inputs,
                noise,
                new Passes(reAged, reconstructed, cycled),
                diversity,
                generatorLoss,
                discriminatorLoss,
                new Steps(discriminatorMoves.perMicroBatch(), generatorMoves.perMicroBatch(), all, runs, preparations),
                new Networks(generatorWeights, discriminatorWeights, averagedWeights, moments),
                Sampling.of(tf, averaged, model.imageSize()));
    }

    private static DiscriminatorLoss withMismatch(
            Ops tf, DiscriminatorLoss loss, TrainingConfig config, Operand<TFloat32> realLogits, Inputs inputs) {
        float weight = config.extensions().mismatchWeight();
        if (weight == 0) {
            return loss;
        }
        var logits = Discriminator.branch(tf, realLogits, inputs.targets());
        return loss.withMismatch(tf, logits, inputs.groups(), inputs.targets(), weight);
    }

    private static GeneratorLoss withIdentity(
            Ops tf,
            GeneratorLoss loss,
            TrainingConfig config,
            FaceDescriptor descriptor,
            Operand<TFloat32> images,
            Operand<TFloat32> reAged) {
        float weight = config.extensions().identityWeight();
        if (weight == 0) {
            return loss;
        }
        return loss.withIdentity(tf, IdentityLoss.of(tf, descriptor, images, reAged), weight);
    }

    /** Uses the masks of the data, also where the networks see none. */
    private static GeneratorLoss withBackground(
            Ops tf,
            GeneratorLoss loss,
            TrainingConfig config,
            Operand<TFloat32> images,
            Operand<TFloat32> reAged,
            Operand<TFloat32> masks) {
        float weight = config.extensions().backgroundWeight();
        return weight == 0 ? loss : loss.withBackground(tf, images, reAged, masks, weight);
    }

    private static Map<Term, Operand<TFloat32>> measured(DiscriminatorLoss loss) {
        return new EnumMap<>(Map.of(
                Term.REAL, loss.real(), Term.FAKE, loss.fake(), Term.MISMATCH, loss.mismatch(), Term.R1, loss.r1()));
    }

    private static Map<Term, Operand<TFloat32>> measured(GeneratorLoss loss, Operand<TFloat32> diversity) {
        return new EnumMap<>(Map.of(
                Term.ADVERSARIAL,
                loss.adversarial(),
                Term.RECONSTRUCTION,
                loss.reconstruction(),
                Term.CYCLE,
                loss.cycle(),
                Term.IDENTITY,
                loss.identity(),
                Term.BACKGROUND,
                loss.background(),
                Term.DIVERSITY,
                diversity));
    }

    private static Map<Term, Operand<TFloat32>> bothFinite(
            Ops tf, Map<Term, Operand<TFloat32>> one, Map<Term, Operand<TFloat32>> other) {
        Map<Term, Operand<TFloat32>> both = new EnumMap<>(Term.class);
        one.forEach((term, finite) -> both.put(term, tf.math.minimum(finite, other.get(term))));
        return both;
    }

    private static Operand<TFloat32> noisy(Ops tf, Operand<TFloat32> groups, Operand<TFloat32> noise) {
        return tf.math.add(AgeCode.of(tf, groups), scale(tf, noise, AgeCode.NOISE)); // [N, 500]
    }

    private static Placeholder<TFloat32> placeholder(Ops tf, String name, long... shape) {
        return tf.withName(name).placeholder(TFloat32.class, Placeholder.shape(Shape.of(shape)));
    }
}
