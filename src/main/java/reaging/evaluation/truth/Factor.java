package reaging.evaluation.truth;

import java.util.function.BiFunction;
import reaging.data.synthetic.person.FactorAges;

/** The factors of a synthetic face that change with age. */
public enum Factor {
    HAIR((own, target) -> new FactorAges(own, target, own, own)),
    WRINKLES((own, target) -> new FactorAges(own, own, target, own)),
    GEOMETRY((own, target) -> new FactorAges(target, own, own, own));

    @SuppressWarnings("ImmutableEnumChecker") // A function without state.
    private final BiFunction<Double, Double, FactorAges> alone;

    Factor(BiFunction<Double, Double, FactorAges> alone) {
        this.alone = alone;
    }

    /** Returns this factor at the target age and all others at the person's own. */
    FactorAges alone(double own, double target) {
        return alone.apply(own, target);
    }
}
