package reaging.evaluation.figures;

import java.util.ArrayList;
import java.util.List;
import reaging.data.AgeGroup;
import reaging.evaluation.predictions.RealFaces;
import reaging.evaluation.predictions.Strangers;
import reaging.networks.Prediction;

/**
 * The figures of one output of a method; what was not measured is NaN.
 *
 * @param person position among the people
 * @param gap number of groups between the person's own and the target
 * @param seen the evaluators' predictions
 * @param error error of the estimated age in years
 * @param cosine raw cosine with the input
 * @param identity rescaled cosine
 * @param verified 1 if it passes as the input's person, 0 if not
 * @param background difference of the background from the input in 1/255
 */
public record Output(
        int person,
        int gap,
        AgeGroup target,
        Prediction seen,
        double error,
        double cosine,
        double identity,
        double verified,
        double background) {
    /** Number of groups from which a target is far from the person's own age, where models fail. */
    public static final int FAR = 4;

    /** Whether the target is far. */
    boolean far() {
        return gap >= FAR;
    }

    /** Returns all outputs of a method, person by person. */
    public static List<Output> of(
            Method method, List<Prediction> inputs, List<Double> ages, RealFaces reference, Strangers strangers) {
        List<Output> outputs = new ArrayList<>();
        for (int person = 0; person < inputs.size(); person++) {
            int own = AgeGroup.of(ages.get(person)).index();
            for (var group : AgeGroup.values()) {
                var seen = method.outputs().get(person).get(group.index());
                double cosine = Strangers.cosine(inputs.get(person), seen);
                outputs.add(new Output(
                        person,
                        Math.abs(group.index() - own),
                        group,
                        seen,
                        Math.abs(seen.years() - reference.meanYears(group)),
                        cosine,
                        strangers.identity(inputs.get(person), seen),
                        Double.isNaN(cosine) ? Double.NaN : cosine > strangers.threshold() ? 1 : 0,
                        method.backgrounds().get(person)[group.index()]));
            }
        }
        return outputs;
    }
}
