package reaging.training;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import reaging.losses.DiscriminatorLoss;
import reaging.losses.GeneratorLoss;

/** The turns of a step, and what each of them measures. */
record Turns(
        DiscriminatorLoss discriminator, GeneratorLoss generator, Operand<TFloat32> diversity, int penaltyInterval) {

    /** What lowers a penalty that is not part of every step. */
    Turn penalty(Optimization.Moves moves) {
        Map<Quantity, Operand<TFloat32>> measured = new EnumMap<>(Map.of(Quantity.R1, discriminator.r1()));
        if (moves.once() == null) {
            measured.putAll(finite(moves));
            return new Turn(penaltyInterval, new Turn.Run(moves.each(), measured), null);
        }
        return new Turn(
                penaltyInterval, new Turn.Run(moves.each(), measured), new Turn.Run(moves.once(), finite(moves)));
    }

    /** One run that does everything. */
    List<Turn> atOnce(Ops tf, Optimization.Moves discriminatorMoves, Optimization.Moves generatorMoves, Op everything) {
        var measured = ofDiscriminator();
        measured.putAll(ofGenerator());
        if (generatorMoves.finite() != null) {
            measured.put(Quantity.FINITE, tf.math.minimum(discriminatorMoves.finite(), generatorMoves.finite()));
        }
        return List.of(Turn.always(new Turn.Run(everything, measured), null));
    }

    /** First the discriminator's micro-batches, then the generator's. */
    List<Turn> summed(
            Optimization.Moves discriminatorMoves,
            Optimization.Moves generatorMoves,
            Op generatorEach,
            Op generatorOnce) {
        return List.of(
                Turn.always(
                        new Turn.Run(discriminatorMoves.each(), ofDiscriminator()),
                        new Turn.Run(discriminatorMoves.once(), finite(discriminatorMoves))),
                Turn.always(
                        new Turn.Run(generatorEach, ofGenerator()),
                        new Turn.Run(generatorOnce, finite(generatorMoves))));
    }

    private static Map<Quantity, Operand<TFloat32>> finite(Optimization.Moves moves) {
        return moves.finite() == null ? Map.of() : Map.of(Quantity.FINITE, moves.finite());
    }

    private Map<Quantity, Operand<TFloat32>> ofDiscriminator() {
        Map<Quantity, Operand<TFloat32>> measured =
                new EnumMap<>(Map.of(Quantity.REAL, discriminator.real(), Quantity.FAKE, discriminator.fake()));
        if (penaltyInterval == 1) {
            measured.put(Quantity.R1, discriminator.r1());
        }
        return measured;
    }

    private Map<Quantity, Operand<TFloat32>> ofGenerator() {
        Map<Quantity, Operand<TFloat32>> measured = new EnumMap<>(Map.of(
                Quantity.ADVERSARIAL,
                generator.adversarial(),
                Quantity.RECONSTRUCTION,
                generator.reconstruction(),
                Quantity.CYCLE,
                generator.cycle(),
                Quantity.DIVERSITY,
                diversity));
        if (generator.identity() != null) {
            measured.put(Quantity.IDENTITY, generator.identity());
        }
        return measured;
    }
}
