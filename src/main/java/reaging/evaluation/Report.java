package reaging.evaluation;

import java.util.List;
import java.util.Map;
import reaging.evaluation.figures.Calibration;
import reaging.evaluation.figures.MethodMetrics;
import reaging.evaluation.figures.Subgroups;
import reaging.evaluation.predictions.ReAgedPerson.Closeness;
import reaging.evaluation.predictions.UnmaskedPerson;
import reaging.evaluation.truth.GroundTruth;

/**
 * What an evaluation found out.
 *
 * @param model what was measured
 * @param data on what
 * @param people how many, each at ten targets
 * @param imageSize side of the faces, in pixels
 * @param seed of everything that was drawn at random
 * @param evaluators by what they judge
 * @param notes what was not measured, and why; on whom the rest was
 * @param calibration how well the evaluators do on these data
 * @param methods {@code model}, {@code unmasked} where people have masks, and beside them {@code copy} and {@code nearest}
 * @param subgroups how people of each sex and skin tone fare; null for synthetic people
 * @param reconstruction of the input, at its own age
 * @param cycle of the input, from each target back to its own age
 * @param withoutMask of the output to the input, at its own group
 * @param realPairs outputs against the person's real photo at the target age; null where there are none
 * @param truth what synthetic people show; null for photos
 * @param worst cases by measure
 */
public record Report(
        String model,
        String data,
        int people,
        int imageSize,
        long seed,
        Map<String, String> evaluators,
        List<String> notes,
        Calibration calibration,
        Map<String, MethodMetrics> methods,
        Subgroups subgroups,
        Closeness reconstruction,
        Closeness cycle,
        UnmaskedPerson.Closeness withoutMask,
        RealPairs realPairs,
        GroundTruth truth,
        Map<String, List<WorstCase>> worst) {

    /** What was measured, on what and by whom. */
    public record Heading(
            String model, String data, int imageSize, Map<String, String> evaluators, List<String> notes) {}
}
